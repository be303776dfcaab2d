package io.noetl.domain.execution;

import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.Optional;
import java.util.Set;

/**
 * What stays the same throughout an execution: the playbook with its workload merged and its tasks prepared, the
 * template engine, the environment variables, and whether template warnings fail a step.
 */
public final class Plan {

  private final Playbook playbook;
  private final TemplateEngine templates;
  private final boolean strict;
  private final MapValue environment;
  private final Set<String> namesRead;

  /** A plan for a playbook that takes nothing from the environment. */
  public Plan(Playbook playbook, TemplateEngine templates, boolean strict) {
    this(playbook, templates, strict, Value.EMPTY_MAP);
  }

  /**
   * A plan.
   *
   * @param environment the values of the variables that the playbook takes from the environment, by their names
   */
  public Plan(Playbook playbook, TemplateEngine templates, boolean strict, MapValue environment) {
    this.environment = environment;
    this.playbook = playbook;
    this.templates = templates;
    this.strict = strict;
    this.namesRead = new NamesRead(templates).of(playbook);
  }

  public Playbook playbook() {
    return playbook;
  }

  TemplateEngine templates() {
    return templates;
  }

  MapValue environment() {
    return environment;
  }

  boolean strict() {
    return strict;
  }

  /** Whether any template or task may look up that name. */
  boolean reads(String name) {
    return namesRead.contains(name);
  }

  /** {@code file:line:column}. */
  String at(Position position) {
    return playbook.file() + ":" + position;
  }

  Optional<Step> endOf(Step loop) {
    return playbook.endOf(loop.name());
  }
}
