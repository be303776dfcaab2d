package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.template.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The bytes of a file that users wrote, and the text that they are in UTF-8. */
final class SourceFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final byte[] bytes;

  private SourceFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @param what what the file is to be, for the message: {@code playbook}
   * @param limit how many bytes it may have; of a longer file the first {@code limit + 1} are read
   * @throws InvalidRequestException if it cannot be read
   */
  static SourceFile read(Path file, String what, int limit) {
    if (Files.isDirectory(file)) {
      throw new InvalidRequestException("cannot read " + what + " " + file + ": it is a folder", "name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new SourceFile(in.readNBytes(limit + 1));
    } catch (IOException e) {
      throw unreadable(file, what, e);
    }
  }

  static InvalidRequestException unreadable(Path file, String what, IOException cause) {
    String message = "cannot read " + what + " " + file + ": ";
    return switch (cause) {
      case NoSuchFileException missing ->
          new InvalidRequestException(message + "there is no such file", "check the path", missing);
      case AccessDeniedException denied ->
          new InvalidRequestException(message + "permission denied", "make the file readable", denied);
      default -> new InvalidRequestException(message + cause.getMessage(), "check the file and its disk", cause);
    };
  }

  /** 64 lower-case hexadecimal digits. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The text, with its byte order mark if it has one.
   *
   * @throws YamlException if the bytes are no UTF-8, or more than {@code limit}
   */
  String text(int limit) {
    if (bytes.length > limit) {
      throw new YamlException("the file is larger than " + limit + " bytes", Position.START);
    }
    if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
      throw new YamlException("the file is in UTF-16; save it as UTF-8", Position.START);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      byte wrong = bytes[in.position()];
      throw new YamlException(
          String.format(Locale.ROOT, "the byte 0x%02X is no UTF-8; save the file as UTF-8", wrong), endOf(text));
    }
    return text;
  }

  /** The text without a byte order mark, which is no part of the content. */
  static String content(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private boolean startsWith(int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Position endOf(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Position(line, text.length() - text.lastIndexOf('\n'));
  }
}
