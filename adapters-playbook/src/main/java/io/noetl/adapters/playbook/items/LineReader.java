package io.noetl.adapters.playbook.items;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.application.error.ItemFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * Reads UTF-8 text a line at a time. Lines end in LF; a CR before it stays, as JSON takes it for a blank. No line may
 * have more than {@value #MOST} bytes, so that a file without line ends does not fill the memory.
 */
final class LineReader implements AutoCloseable {

  /** 16 MiB. */
  static final int MOST = 16 << 20;

  private static final int BUFFER = 1 << 16;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final CharsetDecoder decoder =
      UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
  private int from;
  private int to;
  private long number;
  private ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException, ItemFileException {
    if (line.size() > BUFFER) {
      line = new ByteArrayOutputStream(); // one long line must not hold its memory until the end
    }
    line.reset();
    number++;
    while (fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      if (line.size() + (end - from) > MOST) {
        throw new ItemFileException("line " + number + " is longer than 16 MiB");
      }
      line.write(buffer, from, end - from);
      from = Math.min(end + 1, to);
      if (end < to) {
        return true;
      }
    }
    return line.size() > 0;
  }

  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to;
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** The line without its LF, the first one without a byte order mark. */
  String text() throws ItemFileException {
    byte[] bytes = line.toByteArray();
    ByteBuffer source = ByteBuffer.wrap(bytes);
    if (number == 1 && bytes.length >= 3 && source.slice(0, 3).equals(ByteBuffer.wrap(BYTE_ORDER_MARK))) {
      source.position(3);
    }
    CharBuffer out = CharBuffer.allocate(source.remaining());
    CoderResult result = decoder.reset().decode(source, out, true);
    if (result.isError()) {
      String wrong = String.format(Locale.ROOT, "0x%02X", bytes[source.position()]);
      throw new ItemFileException("line " + number + " holds the byte " + wrong + ", which is no UTF-8; save the file as UTF-8");
    }
    return out.flip().toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
