package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.BoundNames;
import io.noetl.domain.playbook.Confidential;
import io.noetl.domain.playbook.ExecutionPolicy;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Read;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Warns of variables that no path defines. A name that anything in the playbook binds counts as defined everywhere, so
 * that a warning is never wrong about the playbook; a payload may bring more names, so it is never more than a warning.
 */
final class VariableCheck {

  private static final String WORKLOAD = "workload";

  /** What the listed environment variables are bound under. */
  private static final String ENVIRONMENT = "env";

  /** What a condition of a retry sees of the last attempt. */
  private static final Set<String> ATTEMPT = Set.of("attempt", "error", "status_code");

  private final TemplateEngine engine;
  private final Problems problems;
  private final List<Read> reads = new ArrayList<>();
  private final List<Read> readsOfAttempts = new ArrayList<>();

  VariableCheck(TemplateEngine engine, Problems problems) {
    this.engine = engine;
    this.problems = problems;
  }

  void run(
      Fields workload, Confidential confidential, Collection<Task> tasks, Collection<Step> steps, ExecutionPolicy policy) {
    Walk walk = new Walk();
    walk.value(workload);
    tasks.forEach(walk::task);
    steps.forEach(walk::step);
    walk.execution(policy);
    Set<String> defined = BoundNames.of(workload, tasks, steps, policy);
    defined.addAll(BoundNames.insideTasks(tasks, steps));
    if (!defined.contains(ENVIRONMENT)) {
      Stream.concat(reads.stream(), readsOfAttempts.stream())
          .filter(read -> read.name().equals(ENVIRONMENT))
          .forEach(read -> checkVariable(read, confidential.variables().keySet()));
      defined.add(ENVIRONMENT);
    } else if (!confidential.variables().isEmpty()) {
      problems.error(workload.position(), "'env' is what the environment variables are called; give the other one another name");
    }
    reads.forEach(read -> check(read, defined));
    Set<String> inConditions = new TreeSet<>(defined);
    inConditions.addAll(ATTEMPT);
    readsOfAttempts.forEach(read -> check(read, inConditions));
    reads.forEach(read -> checkWorkload(read, workload.entries().keySet()));
  }

  private void check(Read read, Set<String> known) {
    if (!read.guarded() && !known.contains(read.name())) {
      problems.warning(read.position(), "nothing defines '" + read.name() + "'" + advice(read.name(), known));
    }
  }

  /** A variable that is not listed is an error: it would be null, whatever the environment has. */
  private void checkVariable(Read read, Set<String> listed) {
    String name = read.path().size() > 1 ? read.path().get(1) : "";
    if (listed.isEmpty() && name.isEmpty()) {
      problems.error(read.position(), "'env' has no variables; list the names that the playbook may see under 'env:'");
    } else if (!name.isEmpty() && !listed.contains(name)) {
      String advice =
          Suggestion.near(name, listed)
              .map(meant -> "; did you mean '" + meant + "'?")
              .orElse("; add it there to let the playbook see it");
      problems.error(read.position(), "'" + name + "' is not listed under 'env:'" + advice);
    }
  }

  private void checkWorkload(Read read, Set<String> keys) {
    boolean ofWorkload = read.name().equals(WORKLOAD) && read.path().size() > 1;
    if (ofWorkload && !read.guarded() && !keys.contains(read.path().get(1))) {
      String key = read.path().get(1);
      problems.warning(read.position(), "the workload has no '" + key + "'" + advice(key, keys));
    }
  }

  private static String advice(String name, Set<String> known) {
    return Suggestion.near(name, known)
        .map(meant -> "; did you mean '" + meant + "'?")
        .orElse("; without a payload that brings it, it is null");
  }

  private final class Walk extends TemplateWalk {

    @Override
    void template(TemplateText text) {
      reads.addAll(engine.reads(text));
    }

    @Override
    void retryCondition(TemplateText text) {
      readsOfAttempts.addAll(engine.reads(text));
    }
  }
}
