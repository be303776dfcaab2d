package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.ByteSize;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import org.jspecify.annotations.Nullable;

/** Reads {@code redirects}, {@code rate}, {@code save_to} and {@code max_size}. */
final class HandlingSettings {

  private static final int MOST_REDIRECTS = 50;

  /** The most that a body in memory may have: 1 GiB. */
  private static final long MEMORY_LIMIT = 1L << 30;

  private HandlingSettings() {}

  static Handling read(String task, MapValue settings) throws SettingException {
    Download download = download(settings.valueOf("save_to"));
    Value rate = settings.valueOf("rate");
    return new Handling(
        maxSize(settings.valueOf("max_size"), download != null),
        redirects(settings.valueOf("redirects")),
        download,
        rate instanceof NullValue ? null : Rate.read(task, rate));
  }

  /** Checks one of the settings by itself. */
  static void check(String key, Value value) throws SettingException {
    if (value instanceof NullValue) {
      return;
    }
    switch (key) {
      case "redirects" -> redirects(value);
      case "rate" -> Rate.read("", value);
      case "save_to" -> download(value);
      default -> ByteSize.read(key, value);
    }
  }

  private static int redirects(Value value) throws SettingException {
    return switch (value) {
      case NullValue none -> Handling.REDIRECT_LIMIT;
      case BoolValue follow -> follow.value() ? Handling.REDIRECT_LIMIT : 0;
      case IntValue most when most.value() >= 0 && most.value() <= MOST_REDIRECTS -> (int) most.value();
      case Value other ->
          throw new SettingException(
              "redirects",
              "redirects must be true, false or a number from 0 to " + MOST_REDIRECTS + ", not " + JsonWriter.write(other));
    };
  }

  private static @Nullable Download download(Value value) throws SettingException {
    return switch (value) {
      case NullValue none -> null;
      case TextValue path -> Download.to(path.value());
      case Value other ->
          throw new SettingException("save_to", "save_to must be the path of a file, not " + Value.kindOf(other));
    };
  }

  /** A file has no limit of its own: the time that the task has is one. */
  private static long maxSize(Value value, boolean toFile) throws SettingException {
    if (value instanceof NullValue) {
      return toFile ? Long.MAX_VALUE : Handling.BODY_LIMIT;
    }
    long size = ByteSize.read("max_size", value);
    if (!toFile && size > MEMORY_LIMIT) {
      throw new SettingException(
          "max_size", "max_size must be at most 1 GiB for a body in memory, not " + JsonWriter.write(value)
              + "; 'save_to' writes larger ones to a file");
    }
    return size;
  }
}
