package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.domain.template.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads playbooks for tests, with every type of task that the language describes. */
final class Playbooks {

  private static final Set<String> TYPES = Set.of("http", "python", "duckdb", "shell");
  private static final YamlPlaybookSource SOURCE = new YamlPlaybookSource(new FakeTemplates(), TYPES);
  private static final YamlPlaybookSource WITH_TEMPLATES = new YamlPlaybookSource(new JinjaTemplateEngine(), TYPES);

  private Playbooks() {}

  static Reading read(Path file) {
    return SOURCE.read(file);
  }

  /** What reading the file finds, with the templates of the language. */
  static Reading readWithTemplates(Path file) {
    return WITH_TEMPLATES.read(file);
  }

  /** What reading {@code yaml} finds, with positions in it. */
  static Reading read(String yaml) {
    return read(yaml, SOURCE);
  }

  /** What reading {@code yaml} finds, with the templates of the language. */
  static Reading readWithTemplates(String yaml) {
    return read(yaml, WITH_TEMPLATES);
  }

  private static Reading read(String yaml, YamlPlaybookSource source) {
    try {
      Path file = Files.createTempFile("playbook", ".yaml");
      try {
        return source.read(Files.writeString(file, yaml));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outline of a sound playbook, without positions. */
  static String outline(String yaml) {
    return outline(yaml, false);
  }

  /** The outline of a sound playbook, or its problems. */
  static String outline(String yaml, boolean positions) {
    Reading reading = read(yaml);
    return reading instanceof Reading.Sound sound ? new Outline(positions).of(sound.playbook()) : problems(reading);
  }

  /** The errors and warnings of a reading, a line each: {@code line:column: message}, {@code warning } before warnings. */
  static String problems(Reading reading) {
    StringBuilder out = new StringBuilder();
    switch (reading) {
      case Reading.Broken broken -> {
        broken.errors().forEach(problem -> out.append(line(problem)));
        broken.warnings().forEach(problem -> out.append("warning ").append(line(problem)));
      }
      case Reading.Sound sound -> sound.warnings().forEach(problem -> out.append("warning ").append(line(problem)));
    }
    return out.toString();
  }

  private static String line(Problem problem) {
    return problem.position() + ": " + problem.message() + "\n";
  }
}
