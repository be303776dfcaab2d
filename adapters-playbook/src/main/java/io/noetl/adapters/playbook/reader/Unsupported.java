package io.noetl.adapters.playbook.reader;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys that belong to the language but are not built yet, or stand where they mean nothing: errors, never passed over. */
final class Unsupported {

  private static final String[] POLICIES = {"retry", "return", "on_error", "pass"};

  private static final String[] LOOP_KEYS = {
    "in", "collection", "element", "iterator", "where", "filter", "limit", "order_by", "chunk", "in_file", "range", "mode",
    "concurrency", "max_failures", "on_item_error"
  };

  static final Map<String, String> IN_STEP = inLoop();
  static final Map<String, String> IN_CALL = onStep(POLICIES);
  static final Map<String, String> IN_TASK =
      Map.of("pass", "'pass' belongs on the step that calls the task");
  static final Map<String, String> IN_LOOP = onStep("retry", "on_error", "timeout", "return", "pass");

  private Unsupported() {}

  /** What is said of anything that is not built yet; {@code what} is written as in the playbook. */
  static String message(String what) {
    return "'" + what + "' is not supported by this version of noetl";
  }

  private static Map<String, String> inLoop() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String key : LOOP_KEYS) {
      reasons.put(key, "'" + key + "' belongs under 'loop:'");
    }
    return Map.copyOf(reasons);
  }

  private static Map<String, String> onStep(String... keys) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String key : keys) {
      reasons.put(key, "'" + key + "' belongs on the step");
    }
    return Map.copyOf(reasons);
  }
}
