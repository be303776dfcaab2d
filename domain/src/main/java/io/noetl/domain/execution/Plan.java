package io.noetl.domain.execution;

import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateEngine;
import java.util.Optional;
import java.util.Set;

/**
 * What stays the same throughout an execution: the playbook with its workload merged and its tasks prepared, the
 * template engine, and whether template warnings fail a step.
 */
public final class Plan {

  private final Playbook playbook;
  private final TemplateEngine templates;
  private final boolean strict;
  private final Set<String> namesRead;

  public Plan(Playbook playbook, TemplateEngine templates, boolean strict) {
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
