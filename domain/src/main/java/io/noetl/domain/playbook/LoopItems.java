package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a loop takes its items from. */
public sealed interface LoopItems {

  Position position();

  /** The elements of a list. */
  record Listed(ValueTemplate list) implements LoopItems {
    @Override
    public Position position() {
      return list.position();
    }
  }

  /** Integers as Python's {@code range} counts them; never all in memory. */
  record Counted(ValueTemplate from, ValueTemplate to, ValueTemplate step, Position position) implements LoopItems {}

  /** The records of a file, read as the loop goes; a path is relative to the working folder. */
  record Recorded(ValueTemplate path, @Nullable FileFormat format, Position position) implements LoopItems {}

  /** How a file of items is written. */
  enum FileFormat {
    /** A JSON value per line. */
    JSONL,
    /** Comma-separated values with a line of column names; each record is a map. */
    CSV,
    /** Apache Parquet; each row is a map. */
    PARQUET;

    /** What is said of a name that tells no format. */
    public static final String UNKNOWN =
        "ends in none of .jsonl, .ndjson, .csv and .parquet; say what it is with format: jsonl, csv or parquet";

    /** The format that the ending of a file's name tells, in any case. */
    public static Optional<FileFormat> ofName(String path) {
      String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "jsonl", "ndjson" -> Optional.of(JSONL);
        case "csv" -> Optional.of(CSV);
        case "parquet" -> Optional.of(PARQUET);
        default -> Optional.empty();
      };
    }
  }
}
