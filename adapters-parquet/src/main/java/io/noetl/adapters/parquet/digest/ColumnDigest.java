package io.noetl.adapters.parquet.digest;

import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The SHA-256 of one column's values in row order, whatever their encoding in a file. Each value adds, little-endian:
 *
 * <pre>
 *   null        00
 *   text, JSON  01, length in bytes (4), the UTF-8 bytes
 *   integers    01, value (8)
 *   doubles     01, raw IEEE 754 bits (8): -0.0 and 0.0 differ, and so do the NaNs
 * </pre>
 *
 * <p>No two different columns of one type yield the same bytes. For one thread.
 */
public final class ColumnDigest {

  private static final byte NULL = 0;
  private static final byte VALUE = 1;

  private final MessageDigest sha256;
  private final ByteBuffer pending = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);

  public ColumnDigest() {
    this.sha256 = sha256();
  }

  /** An empty digest for every column of the event log. */
  public static Map<EventColumn, ColumnDigest> ofAllColumns() {
    Map<EventColumn, ColumnDigest> digests = new EnumMap<>(EventColumn.class);
    EventColumn.ALL.forEach(column -> digests.put(column, new ColumnDigest()));
    return digests;
  }

  /** The digests of all that was added, by column; may be called once. */
  public static Map<EventColumn, String> hex(Map<EventColumn, ColumnDigest> digests) {
    Map<EventColumn, String> hex = new EnumMap<>(EventColumn.class);
    digests.forEach((column, digest) -> hex.put(column, digest.hex()));
    return hex;
  }

  public void addNull() {
    room(1).put(NULL);
  }

  /** Adds text, given as UTF-8. */
  public void addText(byte[] utf8) {
    room(5).put(VALUE).putInt(utf8.length);
    if (utf8.length <= pending.remaining()) {
      pending.put(utf8);
    } else {
      drain();
      sha256.update(utf8);
    }
  }

  /** Adds an integer of any width, or the microseconds of a timestamp. */
  public void addLong(long value) {
    room(9).put(VALUE).putLong(value);
  }

  public void addDouble(double value) {
    room(9).put(VALUE).putLong(Double.doubleToRawLongBits(value));
  }

  /** The digest of all that was added, in 64 hexadecimal digits; may be called once. */
  public String hex() {
    drain();
    return HexFormat.of().formatHex(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private ByteBuffer room(int bytes) {
    if (pending.remaining() < bytes) {
      drain();
    }
    return pending;
  }

  private void drain() {
    sha256.update(pending.array(), 0, pending.position());
    pending.clear();
  }
}
