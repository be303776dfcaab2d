package io.noetl.adapters.playbook.reader;

/** The keys of each construct of the language, all spellings included. */
final class Construct {

  static final Keys PLAYBOOK =
      Keys.of(
              "apiVersion", "kind", "name", "path", "version", "description", "metadata", "workload", "workflow",
              "workbook", "timeout", "finally", "env")
          .alias("desc", "description")
          .refuse(Misplaced.IN_PLAYBOOK);

  static final Keys METADATA = Keys.of("name", "path", "version", "description").alias("desc", "description");

  static final Keys STEP =
      withArguments(
              Keys.of(
                  "step", "description", "next", "call", "loop", "end_loop", "result", "save", "with", "type", "task",
                  "name", "accepts", "returns", "pass", "return", "retry", "timeout", "on_error"))
          .alias("desc", "description")
          .refuse(Misplaced.IN_STEP);

  static final Keys CALL =
      withArguments(Keys.of("type", "task", "name", "with", "description", "accepts", "returns"))
          .alias("desc", "description")
          .refuse(Misplaced.IN_CALL);

  static final Keys TASK =
      withArguments(
              Keys.of(
                  "task", "name", "type", "with", "description", "accepts", "returns", "return", "retry", "on_error"))
          .alias("desc", "description")
          .refuse(Misplaced.IN_TASK);

  static final Keys NEXT = withArguments(Keys.of("step", "with", "when", "then", "else"));

  static final Keys TARGET = withArguments(Keys.of("step", "with"));

  static final Keys LOOP =
      Keys.of(
              "in", "range", "in_file", "format", "iterator", "filter", "mode", "concurrency", "on_item_error",
              "max_failures", "order_by", "limit", "chunk")
          .alias("where", "filter")
          .alias("collection", "in")
          .alias("element", "iterator")
          .refuse(Misplaced.IN_LOOP);

  static final Keys RANGE = Keys.of("from", "to", "step");

  static final Keys ORDER = Keys.of("key", "descending");

  static final Keys RETRY =
      Keys.of("max_attempts", "delay", "backoff", "max_delay", "jitter", "when", "stop_when")
          .alias("initial_delay", "delay")
          .alias("backoff_multiplier", "backoff")
          .alias("retry_when", "when");

  /** An environment variable. */
  static final Keys VARIABLE = Keys.of("name", "secret", "default");

  /** A value of the workload that is a secret. */
  static final Keys SECRET =
      Keys.of("secret", "value", "description").alias("default", "value").alias("desc", "description");

  static final Keys SAVE = Keys.of("data");

  private Construct() {}

  private static Keys withArguments(Keys keys) {
    return keys.alias("args", "with").alias("input", "with").alias("data", "with");
  }
}
