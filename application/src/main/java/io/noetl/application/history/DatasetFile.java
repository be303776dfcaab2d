package io.noetl.application.history;

import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionStart;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * Where the file of an execution lies in a dataset: {@code playbook=<name>/date=<UTC date of its start>/<id>.parquet}. A
 * partition's value stands in its folder's name as DuckDB, Polars and Spark all read it: what they may treat as special, any
 * ASCII character but letters, digits and {@code -._~}, is written {@code %XX}; all else stays as it is, because Spark takes
 * each {@code %XX} for a character where the others take it for a byte of UTF-8.
 */
final class DatasetFile {

  /** How the three write that a row has no value in a partition's column. */
  private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

  /** An id comes out of a file that others may have written; readers skip names that begin with a dot or a low line. */
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private DatasetFile() {}

  /**
   * The file of an execution.
   *
   * @throws ExportException if the id or the playbook's name cannot be the name of a file
   */
  static Path of(Path dataset, ExecutionStart execution) {
    String id = execution.executionId();
    if (!id.matches(ID)) {
      throw new ExportException(
          "the execution id '" + id + "' cannot be a file's name", "export it alone with a file name of your choice");
    }
    String date = execution.startedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    try {
      return dataset
          .resolve(partition("playbook", execution.playbook()))
          .resolve(partition("date", date))
          .resolve(id + ".parquet");
    } catch (InvalidPathException e) {
      throw new ExportException(
          "the playbook's name '" + execution.playbook() + "' cannot be a folder's name: " + e.getReason(),
          "run noetl in a locale of UTF-8, as with LC_ALL=C.UTF-8",
          e);
    }
  }

  /** The name of the folder that holds the files with that value in a partition's column. */
  static String partition(String column, String value) {
    return column + "=" + (value.isEmpty() ? NO_VALUE : escaped(value));
  }

  private static String escaped(String value) {
    StringBuilder name = new StringBuilder();
    value
        .codePoints()
        .forEach(
            point -> {
              if (point < 0x80 && !isPlain(point)) {
                name.append('%').append(HEX.toHexDigits((byte) point));
              } else {
                name.appendCodePoint(point);
              }
            });
    return name.toString();
  }

  private static boolean isPlain(int point) {
    return (point >= 'A' && point <= 'Z')
        || (point >= 'a' && point <= 'z')
        || (point >= '0' && point <= '9')
        || "-._~".indexOf(point) >= 0;
  }
}
