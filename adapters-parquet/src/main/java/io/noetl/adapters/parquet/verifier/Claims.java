package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.application.port.ExportInspector.Claim;
import io.noetl.application.port.ExportInspector.Proof;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;

/**
 * What a file of ours says of itself in its key-value metadata.
 *
 * @param content whose rows it holds, how many, and each column's digest
 * @param contentDigest what {@link ContentDigest#hex} of that should be
 * @param seal the XXH64 of the file with 16 zeros in the seal's place
 */
record Claims(ContentDigest content, String contentDigest, String seal) {

  static final String SEAL = "noetl.digest.file";

  private static final String PREFIX = "noetl.";
  private static final String ALGORITHM = "xxh64";
  private static final int SHA256_DIGITS = 64;
  private static final int XXH64_DIGITS = 16;

  /** Whether anything in the file says that it is, or was, ours. */
  static boolean hasTrace(FileMetaData metadata) {
    String writer = metadata.getCreated_by();
    return (writer != null && writer.toLowerCase(Locale.ROOT).contains("noetl"))
        || entries(metadata).stream().anyMatch(entry -> key(entry).startsWith(PREFIX));
  }

  /**
   * Reads them.
   *
   * @throws DamageException if one is missing, double, unknown or malformed
   */
  static Claims of(FileMetaData metadata) {
    Map<String, String> left = new HashMap<>();
    for (KeyValue entry : entries(metadata)) {
      String value = entry.getValue();
      if (value == null || left.put(key(entry), value) != null) {
        throw damage("the key " + key(entry) + " has no value, or two");
      }
    }
    requireVersion(take(left, "noetl.schema.version"));
    String executionId = take(left, "noetl.execution.id");
    String playbook = take(left, "noetl.playbook.name");
    String playbookSha256 = take(left, "noetl.playbook.sha256");
    long rows = count(take(left, "noetl.rows"));
    requireAlgorithm(take(left, "noetl.digest.algorithm"));
    Map<EventColumn, String> columns = new EnumMap<>(EventColumn.class);
    for (EventColumn column : EventColumn.ALL) {
      columns.put(column, takeDigest(left, "noetl.digest.column." + column.columnName(), ColumnDigest.DIGITS));
    }
    ContentDigest content = new ContentDigest(executionId, playbook, playbookSha256, rows, columns);
    Claims claims = new Claims(content, takeDigest(left, "noetl.digest.content", SHA256_DIGITS), takeDigest(left, SEAL, XXH64_DIGITS));
    if (!left.isEmpty()) {
      throw damage("noetl does not write the key " + left.keySet().iterator().next());
    }
    return claims;
  }

  /** The verdict on a file of that many bytes in which all of them were found true. */
  Verdict.Proven proven(long bytes) {
    return new Verdict.Proven(
        content.executionId(), content.playbook(), content.rows(), bytes, new Proof(contentDigest, seal));
  }

  /** What a file says of itself that was not proven; empty if it contradicts itself. */
  Optional<Claim> believable() {
    if (!content.hex().equals(contentDigest)) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(content.executionId(), content.playbook(), content.playbookSha256(), content.rows()));
  }

  private static List<KeyValue> entries(FileMetaData metadata) {
    List<KeyValue> entries = metadata.getKey_value_metadata();
    return entries == null ? List.of() : entries;
  }

  private static String key(KeyValue entry) {
    return present(entry.getKey(), "a key of the metadata");
  }

  private static String take(Map<String, String> left, String key) {
    String value = left.remove(key);
    if (value == null) {
      throw damage("the key " + key + " is missing");
    }
    return value;
  }

  private static String takeDigest(Map<String, String> left, String key, int digits) {
    String value = take(left, key);
    boolean digest =
        value.length() == digits && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!digest) {
      throw damage("the key " + key + " holds no digest of " + digits + " hexadecimal digits");
    }
    return value;
  }

  private static long count(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw damage("the key noetl.rows holds no number: " + value);
    }
  }

  private static void requireAlgorithm(String algorithm) {
    if (!algorithm.equals(ALGORITHM)) {
      throw damage("its digests are '" + algorithm + "', and this noetl knows " + ALGORITHM);
    }
  }

  private static void requireVersion(String version) {
    if (!version.equals(Integer.toString(EventColumn.SCHEMA_VERSION))) {
      throw new DamageException(
          "it claims version " + version + " of the event-log schema, and this noetl knows version "
              + EventColumn.SCHEMA_VERSION,
          "if a newer noetl wrote it, verify it with that one; else export it again");
    }
  }

  private static DamageException damage(String what) {
    return new DamageException(
        "it carries noetl's mark, but cannot be proven: " + what + "; it is damaged, or was rewritten by another program");
  }
}
