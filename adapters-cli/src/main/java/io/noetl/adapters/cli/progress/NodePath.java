package io.noetl.adapters.cli.progress;

import java.util.Map;

/**
 * Reads the paths that are node ids: {@code city_loop[2].district_loop[0].judge_district}. Names have neither dots nor
 * brackets nor slashes.
 */
final class NodePath {

  private NodePath() {}

  static boolean isInLoop(String nodeId) {
    return nodeId.indexOf('[') >= 0;
  }

  /** Whether the step or item belongs to a playbook that a task calls: {@code load/load_city/city.start}. */
  static boolean isInCalledPlaybook(String nodeId) {
    return nodeId.indexOf('/') >= 0;
  }

  /** Whether the node is an iteration of a loop that is in no other loop. */
  static boolean isOuterIteration(String nodeId) {
    return nodeId.endsWith("]") && nodeId.indexOf('[') == nodeId.lastIndexOf('[');
  }

  /** The loop of an iteration, or of anything in it: what stands before the first bracket. */
  static String outerLoop(String nodeId) {
    int bracket = nodeId.indexOf('[');
    return bracket < 0 ? nodeId : nodeId.substring(0, bracket);
  }

  /** For people: {@code city_loop 3/3 › district_loop 1/4 › judge_district}. */
  static String shown(String nodeId, Map<String, Long> itemsOfLoops) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    while (start < nodeId.length()) {
      int dot = nodeId.indexOf('.', start);
      int end = dot < 0 ? nodeId.length() : dot;
      out.append(out.isEmpty() ? "" : " › ").append(segment(nodeId, start, end, itemsOfLoops));
      start = end + 1;
    }
    return out.toString();
  }

  private static String segment(String nodeId, int start, int end, Map<String, Long> itemsOfLoops) {
    int bracket = nodeId.indexOf('[', start);
    if (bracket < 0 || bracket >= end || nodeId.charAt(end - 1) != ']') {
      return nodeId.substring(start, end);
    }
    String name = nodeId.substring(start, bracket);
    String index = nodeId.substring(bracket + 1, end - 1);
    if (!index.matches("\\d{1,18}")) {
      return nodeId.substring(start, end);
    }
    String counter = name + " " + (Long.parseLong(index) + 1);
    Long items = itemsOfLoops.get(nodeId.substring(0, bracket));
    return items == null ? counter : counter + "/" + items;
  }
}
