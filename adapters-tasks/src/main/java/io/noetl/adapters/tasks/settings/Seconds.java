package io.noetl.adapters.tasks.settings;

import io.noetl.domain.task.TaskTimeout;
import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.time.Duration;

/** Lengths of time in settings and messages. */
public final class Seconds {

  private Seconds() {}

  /** The length of time that a task may take, under {@code timeout}. */
  public static Duration timeout(Value value) throws SettingException {
    return TaskTimeout.of(value).orElseThrow(() -> new SettingException("timeout", TaskTimeout.problem(value)));
  }

  /** A length of time as messages show it: {@code 0.3 s}, {@code 30 s}. */
  public static String shown(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
