package io.noetl.adapters.cli.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of a file, to show places in it. Only a help for the eye: what cannot be read again is not shown. */
record SourceLines(List<String> lines) {

  static final SourceLines NONE = new SourceLines(List.of());

  /** A line longer than that is not shown. */
  private static final int LONGEST = 100_000;

  /** The byte order mark, which takes no column. */
  private static final String MARK = "\uFEFF";

  /** The lines of a regular file, of which bytes that are no UTF-8 are replaced; none of anything else. */
  static SourceLines of(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      return NONE;
    }
    try {
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      String content = text.startsWith(MARK) ? text.substring(1) : text;
      return new SourceLines(List.of(content.split("\r\n|\r|\n", -1)));
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  /** The line of that number, from 1, if there is one that can be shown. */
  Optional<String> line(int number) {
    return number > lines.size()
        ? Optional.empty()
        : Optional.of(lines.get(number - 1)).filter(line -> !line.isBlank() && line.length() <= LONGEST);
  }
}
