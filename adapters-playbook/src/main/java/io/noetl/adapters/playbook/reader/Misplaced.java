package io.noetl.adapters.playbook.reader;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys that belong to the language but stand where they mean nothing: errors, never passed over. */
final class Misplaced {

  private static final String[] POLICIES = {"retry", "return", "on_error", "pass"};

  private static final String[] LOOP_KEYS = {
    "in", "collection", "element", "iterator", "where", "filter", "limit", "order_by", "chunk", "in_file", "range", "mode",
    "concurrency", "max_failures", "on_item_error"
  };

  private static final String[] PLAYBOOK_KEYS = {"env", "finally", "workbook", "workflow", "workload"};

  static final Map<String, String> IN_STEP = inStep();
  static final Map<String, String> IN_CALL = onStep(POLICIES);
  static final Map<String, String> IN_TASK =
      Map.of("pass", "'pass' belongs on the step that calls the task");
  static final Map<String, String> IN_LOOP = inLoop();
  static final Map<String, String> IN_PLAYBOOK = inPlaybook();

  private Misplaced() {}

  private static Map<String, String> inStep() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String key : LOOP_KEYS) {
      reasons.put(key, "'" + key + "' belongs under 'loop:', or beside 'type: iterator'");
    }
    for (String key : PLAYBOOK_KEYS) {
      reasons.put(key, "'" + key + "' belongs at the top of the playbook");
    }
    return Map.copyOf(reasons);
  }

  private static Map<String, String> inLoop() {
    Map<String, String> reasons = new LinkedHashMap<>(onStep("retry", "on_error", "timeout", "return", "pass"));
    reasons.put("rate", "'rate' is a setting of an http task; write it beside the 'endpoint'");
    return Map.copyOf(reasons);
  }

  private static Map<String, String> inPlaybook() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String key : new String[] {"retry", "on_error", "next", "pass", "loop"}) {
      reasons.put(key, "'" + key + "' belongs on a step");
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
