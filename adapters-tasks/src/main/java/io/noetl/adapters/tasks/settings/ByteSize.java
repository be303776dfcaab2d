package io.noetl.adapters.tasks.settings;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.TextValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of bytes in settings: a whole number, or a text of a number and a unit. {@code kB}, {@code MB} and {@code GB}
 * are powers of 1000, {@code KiB}, {@code MiB} and {@code GiB} powers of 1024; case does not matter.
 */
public final class ByteSize {

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*([a-z]*)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L, "b", 1L, "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "kib", 1L << 10, "mib", 1L << 20,
          "gib", 1L << 30);

  private ByteSize() {}

  /** The number of bytes under {@code key}, at least 1. */
  public static long read(String key, Value value) throws SettingException {
    String text =
        value instanceof IntValue whole
            ? Long.toString(whole.value())
            : value instanceof TextValue written ? written.value().strip().toLowerCase(Locale.ROOT) : "";
    Matcher size = SIZE.matcher(text);
    Long unit = size.matches() ? UNITS.get(size.group(2)) : null;
    BigDecimal bytes = unit == null ? BigDecimal.ZERO : new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit));
    if (bytes.signum() <= 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new SettingException(
          key,
          key + " must be a number of bytes above 0, or a text such as \"10 MB\", not " + JsonWriter.write(value));
    }
    return Math.max(1, bytes.longValue());
  }
}
