package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads settings that are no templates: durations, numbers and words of a fixed set. Null counts as not written. */
final class SettingReader {

  private final Problems problems;

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Duration> duration(@Nullable Entry entry, boolean zeroAllowed) {
    if (entry == null || isNull(entry)) {
      return Optional.empty();
    }
    Optional<Duration> found = entry.value() instanceof Scalar scalar ? DurationText.parse(scalar.written()) : Optional.empty();
    if (found.isEmpty() || (found.get().isZero() && !zeroAllowed)) {
      refuse(entry, "must be " + DurationText.FORM);
      return Optional.empty();
    }
    return found;
  }

  Optional<Long> integer(@Nullable Entry entry, long least, long most) {
    if (entry == null || isNull(entry)) {
      return Optional.empty();
    }
    if (entry.value().value() instanceof IntValue number && number.value() >= least && number.value() <= most) {
      return Optional.of(number.value());
    }
    String range = most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    refuse(entry, "must be an integer " + range);
    return Optional.empty();
  }

  Optional<Double> number(@Nullable Entry entry, double least, double most) {
    if (entry == null || isNull(entry)) {
      return Optional.empty();
    }
    Value value = entry.value().value();
    double number =
        value instanceof IntValue integer ? integer.value() : value instanceof FloatValue real ? real.value() : Double.NaN;
    if (number >= least && number <= most) {
      return Optional.of(number);
    }
    refuse(entry, "must be a number from " + shown(least) + " to " + shown(most));
    return Optional.empty();
  }

  Optional<Boolean> flag(@Nullable Entry entry) {
    if (entry == null || isNull(entry)) {
      return Optional.empty();
    }
    if (entry.value().value() instanceof BoolValue flag) {
      return Optional.of(flag.value());
    }
    refuse(entry, "must be true or false");
    return Optional.empty();
  }

  /** One of the words, or nothing with an error that suggests one. */
  Optional<String> word(Entry entry, Collection<String> words) {
    String written = entry.value() instanceof Scalar scalar ? scalar.written() : entry.value().kind();
    if (words.contains(written)) {
      return Optional.of(written);
    }
    refuse(entry, "must be one of " + String.join(", ", new TreeSet<>(words)));
    return Optional.empty();
  }

  void refuse(Entry entry, String rule) {
    String written =
        entry.value() instanceof Scalar scalar ? "'" + scalar.written() + "'" : "a " + entry.value().kind();
    problems.error(entry.value().position(), "'" + entry.key() + "' " + rule + ", not " + written);
  }

  static boolean isNull(Entry entry) {
    return entry.value().value().equals(Value.NULL);
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
