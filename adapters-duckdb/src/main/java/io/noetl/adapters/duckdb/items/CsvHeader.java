package io.noetl.adapters.duckdb.items;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The line of column names of a CSV file, to look with it for the line that does not match it. */
final class CsvHeader {

  private static final int MOST_BYTES = 1 << 16;

  private CsvHeader() {}

  /** As many columns of text as the first line has fields, as an argument of {@code read_csv}. */
  static String columns(Path file) throws IOException {
    return IntStream.range(0, fields(file))
        .mapToObj(i -> "'" + i + "': 'VARCHAR'")
        .collect(Collectors.joining(", ", "columns = {", "}"));
  }

  private static int fields(Path file) throws IOException {
    boolean quoted = false;
    int fields = 1;
    for (char c : start(file).toCharArray()) {
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        return fields;
      }
      fields += !quoted && c == ',' ? 1 : 0;
    }
    return fields;
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), ISO_8859_1);
    }
  }
}
