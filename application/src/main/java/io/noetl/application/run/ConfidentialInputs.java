package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.Environment;
import io.noetl.domain.execution.WorkloadSecrets;
import io.noetl.domain.playbook.Confidential;
import io.noetl.domain.playbook.Confidential.Variable;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.secret.Secret;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what playbooks may have from the environment, and learns the secrets that are known before a playbook begins. */
final class ConfidentialInputs {

  private final Environment environment;
  private final KnownSecrets secrets;

  ConfidentialInputs(Environment environment, KnownSecrets secrets) {
    this.environment = environment;
    this.secrets = secrets;
  }

  /**
   * The values of the variables that the playbook takes from the environment, by name.
   *
   * @throws InvalidRequestException if one is not set, or is too short for a secret
   */
  MapValue environment(Playbook playbook) {
    Map<String, Value> values = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Variable variable : playbook.confidential().variables().values()) {
      String value = environment.variable(variable.name()).orElse(variable.fallback());
      Optional<String> problem = problem(variable, value);
      if (problem.isPresent()) {
        problems.add(playbook.file() + ":" + variable.position() + ": " + problem.get());
      } else if (value != null) {
        values.put(variable.name(), Value.of(value));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidRequestException(String.join("\n", problems), "");
    }
    return Value.of(values);
  }

  private Optional<String> problem(Variable variable, @Nullable String value) {
    if (value == null) {
      return Optional.of(
          "the environment variable '" + variable.name() + "' is not set; set it, or give it a 'default' under 'env'");
    }
    if (!variable.secret()) {
      return Optional.empty();
    }
    Optional<String> problem = Secret.problem(value);
    if (problem.isEmpty()) {
      secrets.add(List.of(new Secret("env." + variable.name(), value)));
    }
    return problem.map(
        reason ->
            "the environment variable '" + variable.name() + "' " + reason
                + "; if it is no secret, write {name: " + variable.name() + ", secret: false} under 'env'");
  }

  /** Learns the secrets that the playbook's own text holds, those that a payload replaces included. */
  void learn(Playbook asWritten) {
    secrets.add(WorkloadSecrets.of(asWritten, constants(asWritten)));
  }

  /**
   * Learns the secrets of a workload with its payload.
   *
   * @throws InvalidRequestException if one that no template yields is missing, or too short
   */
  void check(Playbook merged) {
    MapValue constants = constants(merged);
    secrets.add(WorkloadSecrets.of(merged, constants));
    List<Confidential.WorkloadSecret> known =
        merged.confidential().secrets().stream()
            .filter(secret -> !isTemplate(merged.workload(), secret.path()))
            .toList();
    Playbook certain = merged.withConfidential(new Confidential(merged.confidential().variables(), known));
    Optional<Problem> problem = WorkloadSecrets.problem(certain, constants);
    if (problem.isPresent()) {
      Position position = problem.get().position();
      throw new InvalidRequestException(merged.file() + ":" + position + ": " + problem.get().message(), "");
    }
  }

  /** Whether the value at a path is known only once the playbook runs. */
  private static boolean isTemplate(ValueTemplate template, List<String> path) {
    if (path.isEmpty()) {
      return template.constant().isEmpty();
    }
    ValueTemplate inner = template instanceof Fields fields ? fields.entries().get(path.getFirst()) : null;
    return inner == null
        ? template instanceof ValueTemplate.Text && template.constant().isEmpty()
        : isTemplate(inner, path.subList(1, path.size()));
  }

  /** The parts of a workload that hold no templates. */
  private static MapValue constants(Playbook playbook) {
    return constants(playbook.workload());
  }

  private static MapValue constants(Fields fields) {
    Map<String, Value> values = new LinkedHashMap<>();
    fields
        .entries()
        .forEach(
            (key, template) ->
                (template instanceof Fields inner ? Optional.<Value>of(constants(inner)) : template.constant())
                    .ifPresent(value -> values.put(key, value)));
    return Value.of(values);
  }
}
