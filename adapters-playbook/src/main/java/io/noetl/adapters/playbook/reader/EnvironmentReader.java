package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.Confidential.Variable;
import io.noetl.domain.secret.Secret;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the environment variables that a playbook may see: a list of names, or of maps with a {@code name}. */
final class EnvironmentReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final ValueReader values;
  private final SettingReader settings;
  private final Problems problems;

  EnvironmentReader(ValueReader values, Problems problems) {
    this.values = values;
    this.settings = new SettingReader(problems);
    this.problems = problems;
  }

  /** The variables by their names, in the order of the file. */
  Map<String, Variable> read(@Nullable Entry env) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    if (env == null || SettingReader.isNull(env)) {
      return variables;
    }
    if (!(env.value() instanceof Sequence sequence)) {
      problems.error(
          env.value().position(), "'env' must be a list of names of environment variables, not " + env.value().kind());
      return variables;
    }
    sequence.items().forEach(item -> variable(item).ifPresent(variable -> add(variable, variables)));
    return variables;
  }

  private void add(Variable variable, Map<String, Variable> variables) {
    if (variables.putIfAbsent(variable.name(), variable) != null) {
      problems.error(variable.position(), "'" + variable.name() + "' is listed under 'env' already");
    }
  }

  private Optional<Variable> variable(YamlNode item) {
    if (item instanceof Mapping) {
      return Section.of(item, "a variable", Construct.VARIABLE, problems).flatMap(this::described);
    }
    return name(item).map(name -> new Variable(name, true, null, item.position()));
  }

  private Optional<Variable> described(Section section) {
    Entry entry = section.entry("name");
    if (entry == null) {
      problems.error(section.position(), "a variable under 'env' needs 'name'");
      return Optional.empty();
    }
    boolean secret = settings.flag(section.entry("secret")).orElse(true);
    Entry fallback = section.entry("default");
    String text = fallback == null || SettingReader.isNull(fallback) ? null : values.plainText(fallback);
    if (secret && text != null && fallback != null) {
      Secret.problem(text)
          .ifPresent(
              problem ->
                  problems.error(
                      fallback.value().position(),
                      "'default' " + problem + "; if it is no secret, write 'secret: false' beside it"));
    }
    return name(entry.value()).map(name -> new Variable(name, secret, text, entry.value().position()));
  }

  private Optional<String> name(YamlNode node) {
    String written = node instanceof Scalar scalar && !scalar.value().equals(Value.NULL) ? scalar.written() : "";
    if (NAME.matcher(written).matches()) {
      return Optional.of(written);
    }
    problems.error(
        node.position(),
        "under 'env' stand names of environment variables (letters, digits and _), not "
            + (written.isEmpty() ? "a " + node.kind() : "'" + written + "'"));
    return Optional.empty();
  }
}
