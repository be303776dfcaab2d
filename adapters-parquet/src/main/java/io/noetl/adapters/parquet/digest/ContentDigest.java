package io.noetl.adapters.parquet.digest;

import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an export holds: whose rows they are, how many, and the digest of each column. Two exports are equal in this
 * exactly when a reader sees the same rows and the same identity in both.
 *
 * @param columns the {@link ColumnDigest} of every column of {@link EventColumn#ALL}
 */
public record ContentDigest(
    String executionId, String playbook, String playbookSha256, long rows, Map<EventColumn, String> columns) {

  public ContentDigest {
    EnumMap<EventColumn, String> copy = new EnumMap<>(columns);
    for (EventColumn column : EventColumn.ALL) {
      if (!copy.containsKey(column)) {
        throw new IllegalArgumentException("There is no digest of column " + column.columnName());
      }
    }
    columns = Collections.unmodifiableMap(copy);
  }

  /**
   * All of it in one SHA-256, in 64 hexadecimal digits. Adds each text as its length in UTF-8 bytes (4, big-endian) and
   * those bytes: the schema version, the components in order, then the name and the digest of every column in order.
   */
  public String hex() {
    MessageDigest sha256 = sha256();
    add(sha256, Integer.toString(EventColumn.SCHEMA_VERSION));
    add(sha256, executionId);
    add(sha256, playbook);
    add(sha256, playbookSha256);
    add(sha256, Long.toString(rows));
    columns.forEach(
        (column, digest) -> {
          add(sha256, column.columnName());
          add(sha256, digest);
        });
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void add(MessageDigest sha256, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(4).putInt(utf8.length).array());
    sha256.update(utf8);
  }
}
