package io.noetl.adapters.parquet.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** The end of a Parquet file: the footer, its length (4, little-endian), {@code PAR1}. */
final class Footer {

  static final int MAGIC_BYTES = 4;
  static final int TAIL_BYTES = 8;

  /** The magic at both ends and the length of an empty footer. */
  private static final int SMALLEST_FILE = 12;

  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED_MAGIC = "PARE";

  private static final String OF_THESE_BYTES =
      "check the path; if this should be an export, export it again with --export or noetl export";

  private final FileMetaData metadata;
  private final long start;
  private final byte[] bytes;

  private Footer(FileMetaData metadata, long start, byte[] bytes) {
    this.metadata = metadata;
    this.start = start;
    this.bytes = bytes;
  }

  /** Reads the footer of a file that has at least one byte. */
  static Footer read(FileBytes file) {
    requireMagic(file);
    long end = file.size() - TAIL_BYTES;
    int length = ByteBuffer.wrap(file.read(end, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length <= 0 || length > end - MAGIC_BYTES) {
      throw new DamageException(
          "the footer is damaged: it claims a length of %s bytes in a file of %d bytes"
              .formatted(Integer.toUnsignedString(length), file.size()));
    }
    byte[] bytes = file.read(end - length, length);
    return new Footer(parse(bytes), end - length, bytes);
  }

  FileMetaData metadata() {
    return metadata;
  }

  /** Where the footer begins, and all data ends. */
  long start() {
    return start;
  }

  /** The footer as it is in the file, without length and magic; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  private static FileMetaData parse(byte[] bytes) {
    ByteArrayInputStream input = new ByteArrayInputStream(bytes);
    FileMetaData metadata;
    try {
      metadata = Util.readFileMetaData(input, bytes.length);
    } catch (IOException | RuntimeException e) {
      throw new DamageException("the footer is damaged: it cannot be decoded (" + Damages.text(e) + ")");
    }
    if (input.available() > 0) {
      throw new DamageException(
          "the footer is damaged: it ends %d bytes before its claimed length of %d bytes"
              .formatted(input.available(), bytes.length));
    }
    return metadata;
  }

  private static void requireMagic(FileBytes file) {
    byte[] start = file.read(0, (int) Math.min(MAGIC_BYTES, file.size()));
    if (file.size() < SMALLEST_FILE) {
      throw tooShort(file.size(), start);
    }
    byte[] end = file.read(file.size() - MAGIC_BYTES, MAGIC_BYTES);
    boolean begins = text(start).equals(MAGIC);
    boolean ends = text(end).equals(MAGIC);
    if (text(end).equals(ENCRYPTED_MAGIC)) {
      throw new DamageException("it is an encrypted Parquet file, which noetl cannot read", "decrypt it first");
    }
    if (begins && !ends) {
      throw cutOff("its last 4 bytes are " + shown(end) + " instead of PAR1");
    }
    if (!begins && ends) {
      throw new DamageException(
          "the beginning is damaged: its first 4 bytes are " + shown(start) + " instead of PAR1");
    }
    if (!begins) {
      throw new DamageException(
          "it is not a Parquet file: it begins with " + shown(start) + " and ends with " + shown(end)
              + " instead of PAR1",
          OF_THESE_BYTES);
    }
  }

  private static DamageException tooShort(long size, byte[] start) {
    if (MAGIC.startsWith(text(start))) {
      return cutOff("it has only " + size + " bytes");
    }
    return new DamageException(
        "it is not a Parquet file: it has only " + size + " bytes, and no Parquet file has fewer than "
            + SMALLEST_FILE,
        OF_THESE_BYTES);
  }

  /** What other readers report as "No magic bytes found at end of file". */
  private static DamageException cutOff(String evidence) {
    return new DamageException(
        "the file is cut off: it begins like a Parquet file, but " + evidence + " (other readers say \"No magic bytes"
            + " found at end of file\"): the process that wrote it was killed or failed before the end, or the disk was"
            + " full",
        "make sure that the disk has room, then export it again with --export or noetl export: noetl itself never"
            + " leaves half a file under the name it was given");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String shown(byte[] bytes) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes).toUpperCase(Locale.ROOT);
    boolean printable = text(bytes).chars().allMatch(c -> c >= ' ' && c <= '~');
    return printable ? hex + " (\"" + text(bytes) + "\")" : hex;
  }
}
