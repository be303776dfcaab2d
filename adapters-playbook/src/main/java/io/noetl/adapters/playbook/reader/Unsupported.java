package io.noetl.adapters.playbook.reader;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys that belong to the language but are not built yet: an error wherever they stand, never passed over. */
final class Unsupported {

  private static final String[] POLICIES = {"retry", "return", "on_error", "timeout"};

  private static final String[] LOOP_KEYS = {
    "collection", "element", "where", "limit", "order_by", "chunk", "in_file", "concurrency", "max_failures", "rate"
  };

  static final Map<String, String> IN_PLAYBOOK = keys(POLICIES, "env", "finally");
  static final Map<String, String> IN_STEP =
      with(keys(POLICIES, concat(LOOP_KEYS, "pass", "mode")), "on_item_error", "'on_item_error' belongs under 'loop:'");
  static final Map<String, String> IN_CALL = keys(POLICIES, "pass");
  static final Map<String, String> IN_TASK = keys(POLICIES, "pass");
  static final Map<String, String> IN_LOOP = keys(LOOP_KEYS, "retry", "on_error", "timeout");
  static final Map<String, String> IN_HTTP = keys(POLICIES);
  static final Map<String, String> IN_DUCKDB = keys(POLICIES);

  private Unsupported() {}

  /** What is said of anything that is not built yet; {@code what} is written as in the playbook. */
  static String message(String what) {
    return "'" + what + "' is not supported by this version of noetl";
  }

  private static Map<String, String> with(Map<String, String> reasons, String key, String reason) {
    Map<String, String> more = new LinkedHashMap<>(reasons);
    more.put(key, reason);
    return Map.copyOf(more);
  }

  private static Map<String, String> keys(String[] some, String... more) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String key : concat(some, more)) {
      reasons.put(key, message(key));
    }
    return Map.copyOf(reasons);
  }

  private static String[] concat(String[] some, String... more) {
    String[] all = new String[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
