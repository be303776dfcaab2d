package io.noetl.adapters.duckdb.task;

/** A setting of a task that cannot be used; the message names the setting, its value and what is allowed. */
final class SettingException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;

  SettingException(String key, String message) {
    super(message, null, false, false);
    this.key = key;
  }

  /** The key of the setting. */
  String key() {
    return key;
  }
}
