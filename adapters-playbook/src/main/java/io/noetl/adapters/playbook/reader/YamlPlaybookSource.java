package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.PlaybookReader.Origin;
import io.noetl.adapters.playbook.reader.yaml.YamlDocument;
import io.noetl.adapters.playbook.reader.yaml.YamlException;
import io.noetl.adapters.playbook.reader.yaml.YamlLimits;
import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.application.port.PlaybookSource;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.TemplateEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads playbooks written in YAML 1.1, in UTF-8, up to {@link YamlLimits#PLAYBOOK}. After a mistake in the YAML itself
 * that one is reported; otherwise everything that is wrong with the playbook is. Safe for use by several threads.
 */
public final class YamlPlaybookSource implements PlaybookSource {

  private final TemplateEngine engine;
  private final Set<String> taskTypes;

  /**
   * @param engine checks the syntax of templates and names the variables that they read
   * @param taskTypes the types of tasks that can run: {@code http}, {@code python}
   */
  public YamlPlaybookSource(TemplateEngine engine, Set<String> taskTypes) {
    this.engine = engine;
    this.taskTypes = Set.copyOf(taskTypes);
  }

  @Override
  public Reading read(Path file) {
    SourceFile source = SourceFile.read(file, "playbook", YamlLimits.PLAYBOOK.bytes());
    try {
      String text = source.text(YamlLimits.PLAYBOOK.bytes());
      Optional<YamlNode> root = YamlDocument.read(SourceFile.content(text), YamlLimits.PLAYBOOK);
      if (root.isEmpty()) {
        return broken(file, new Problem("the file holds no playbook, it is empty", Position.START));
      }
      return read(root.get(), new Origin(file.toString(), source.sha256(), text, baseName(file)));
    } catch (YamlException e) {
      return broken(file, e.problem());
    }
  }

  private Reading read(YamlNode root, Origin origin) {
    Problems problems = new Problems();
    Optional<Playbook> playbook = new PlaybookReader(engine, taskTypes, problems).read(root, origin);
    if (playbook.isEmpty() || problems.hasErrors()) {
      return new Reading.Broken(origin.file(), problems.errors(), problems.warnings());
    }
    return new Reading.Sound(playbook.get(), problems.warnings());
  }

  private static Reading broken(Path file, Problem problem) {
    return new Reading.Broken(file.toString(), List.of(problem), List.of());
  }

  /** The file's name without folders and extension: what a playbook without a name is called. */
  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
