package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the names of steps, tasks and variables, which are no templates. */
final class NameReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Problems problems;

  NameReader(Problems problems) {
    this.problems = problems;
  }

  /** The name of a step or task under a key, or an error and nothing. */
  Optional<String> name(Entry entry) {
    return name(entry.value(), "'" + entry.key() + "'");
  }

  /** The name of a step or task; {@code what} begins the message. */
  Optional<String> name(YamlNode node, String what) {
    return matching(node, what, NAME);
  }

  /** The name of a variable under a key, or an error and nothing. */
  Optional<String> variable(Entry entry) {
    return matching(entry.value(), "'" + entry.key() + "'", VARIABLE);
  }

  private Optional<String> matching(YamlNode node, String what, Pattern pattern) {
    if (!(node instanceof Scalar scalar) || !scalar.isText()) {
      problems.error(node.position(), what + " must be a name, not " + node.kind() + quotingHint(node));
      return Optional.empty();
    }
    String name = scalar.written();
    if (!pattern.matcher(name).matches()) {
      problems.error(node.position(), what + " must be a name that matches " + pattern + ", not '" + name + "'");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private static String quotingHint(YamlNode node) {
    boolean couldBeName = node instanceof Scalar scalar && NAME.matcher(scalar.written()).matches();
    return couldBeName ? "; quote it if it is a name" : "";
  }
}
