package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.domain.playbook.ExecutionPolicy;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.StepPolicy;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what holds for a step, a task or an execution beside what it does: {@code retry}, {@code timeout}, {@code on_error} … */
final class PolicyReader {

  private static final long MAX_ATTEMPTS = 1_000_000;

  private final NextReader nexts;
  private final ValueReader values;
  private final SettingReader settings;
  private final Problems problems;

  PolicyReader(NextReader nexts, ValueReader values, Problems problems) {
    this.nexts = nexts;
    this.values = values;
    this.settings = new SettingReader(problems);
    this.problems = problems;
  }

  /**
   * The policy of a step.
   *
   * @param ownTask whether the step's keys are those of a task of its own: then {@code timeout} is the task's
   */
  StepPolicy step(Section section, boolean ownTask) {
    return new StepPolicy(
        pass(section.entry("pass")),
        template(section.entry("return")),
        retry(section.entry("retry")),
        ownTask ? null : settings.duration(section.entry("timeout"), false).orElse(null),
        onError(section.entry("on_error")));
  }

  TaskPolicy task(Section section) {
    return new TaskPolicy(
        template(section.entry("return")), retry(section.entry("retry")), onError(section.entry("on_error")));
  }

  ExecutionPolicy execution(Section section) {
    Duration timeout = settings.duration(section.entry("timeout"), false).orElse(null);
    Entry last = section.entry("finally");
    return new ExecutionPolicy(timeout, last == null ? List.of() : nexts.targets(last));
  }

  private @Nullable ValueTemplate pass(@Nullable Entry entry) {
    if (entry == null || SettingReader.isNull(entry)) {
      return null;
    }
    if (!(entry.value() instanceof Scalar)) {
      settings.refuse(entry, "must be true, false or a template");
      return null;
    }
    return values.value(entry.value());
  }

  private @Nullable ValueTemplate template(@Nullable Entry entry) {
    return entry == null ? null : values.value(entry.value());
  }

  private @Nullable Retry retry(@Nullable Entry entry) {
    if (entry == null || SettingReader.isNull(entry)) {
      return null;
    }
    if (entry.value() instanceof Mapping mapping) {
      return retry(Section.of(mapping, Construct.RETRY, problems));
    }
    return settings
        .integer(entry, 1, MAX_ATTEMPTS)
        .map(attempts -> Retry.attempts(attempts.intValue(), entry.value().position()))
        .orElse(null);
  }

  private Retry retry(Section section) {
    Duration longest = settings.duration(section.entry("max_delay"), true).orElse(Retry.MAX_DELAY);
    Entry attempts = section.entry("max_attempts");
    if (attempts == null) {
      problems.error(section.position(), "'retry' needs 'max_attempts', how often the task is tried in all");
    }
    return new Retry(
        settings.integer(attempts, 1, MAX_ATTEMPTS).orElse(1L).intValue(),
        settings.duration(section.entry("delay"), true).orElse(Retry.DELAY),
        settings.number(section.entry("backoff"), 1, 1_000).orElse(Retry.BACKOFF),
        longest,
        jitter(section.entry("jitter")),
        condition(section.entry("when")),
        condition(section.entry("stop_when")),
        section.position());
  }

  /** A fraction; {@code true} is a half. */
  private double jitter(@Nullable Entry entry) {
    if (entry == null || entry.value().value().equals(Value.FALSE)) {
      return 0;
    }
    return entry.value().value().equals(Value.TRUE) ? 0.5 : settings.number(entry, 0, 1).orElse(0.0);
  }

  private @Nullable TemplateText condition(@Nullable Entry entry) {
    return entry == null || SettingReader.isNull(entry) ? null : values.condition(entry);
  }

  private @Nullable OnError onError(@Nullable Entry entry) {
    if (entry == null || SettingReader.isNull(entry)) {
      return null;
    }
    if (entry.value() instanceof Mapping) {
      return nexts.targets(entry).stream().findFirst().<OnError>map(OnError.GoTo::new).orElse(null);
    }
    String word = settings.word(entry, Set.of("fail", "continue")).orElse("fail");
    return word.equals("continue") ? new OnError.Continue() : new OnError.Fail();
  }
}
