package io.noetl.adapters.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that a picture shows, in the order of the tree: all if they are few, else up to a half those with failures, then
 * those that take most of the timeline, with what they lie in; the others are put together in one.
 *
 * @param others what is not shown by itself; null if all is
 * @param otherLanes how many lanes that was
 */
record LaneChoice(List<Lane> shown, @Nullable Lane others, int otherLanes) {

  private static final Comparator<Lane> LONGEST_FIRST =
      Comparator.<Lane>comparingInt(lane -> lane.parent() == null ? 0 : 1)
          .thenComparing(Comparator.comparingInt(Lane::extent).reversed());

  static LaneChoice of(TimelineLanes lanes, int most) {
    List<Lane> all = new ArrayList<>();
    lanes.tops().forEach(top -> collect(top, all));
    if (all.size() <= most) {
      return new LaneChoice(all, lanes.rest().count() == 0 ? null : lanes.rest(), 0);
    }
    Set<Lane> chosen = new HashSet<>();
    choose(all.stream().filter(lane -> lane.failures() > 0).sorted(LONGEST_FIRST).toList(), most / 2, chosen);
    choose(all.stream().sorted(LONGEST_FIRST).toList(), most, chosen);
    Lane others = lanes.rest();
    all.stream().filter(lane -> !chosen.contains(lane)).forEach(others::absorb);
    return new LaneChoice(all.stream().filter(chosen::contains).toList(), others, all.size() - chosen.size());
  }

  private static void choose(List<Lane> lanes, int most, Set<Lane> chosen) {
    for (Lane lane : lanes) {
      List<Lane> wanted = withAncestors(lane, chosen);
      if (chosen.size() + wanted.size() <= most) {
        chosen.addAll(wanted);
      }
    }
  }

  private static void collect(Lane lane, List<Lane> all) {
    all.add(lane);
    lane.children().forEach(child -> collect(child, all));
  }

  private static List<Lane> withAncestors(Lane lane, Set<Lane> chosen) {
    List<Lane> wanted = new ArrayList<>();
    for (Lane above = lane; above != null && !chosen.contains(above); above = above.parent()) {
      wanted.add(above);
    }
    return wanted;
  }
}
