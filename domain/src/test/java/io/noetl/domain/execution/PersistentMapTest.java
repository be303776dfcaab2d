package io.noetl.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  @Test
  void an_empty_map_holds_nothing() {
    PersistentMap<String, Integer> map = PersistentMap.empty();

    assertThat(map.isEmpty()).isTrue();
    assertThat(map.size()).isZero();
    assertThat(map.get("a")).isNull();
    assertThat(map.without("a")).isSameAs(map);
  }

  @Test
  void a_new_binding_leaves_the_old_map_as_it_was() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
    PersistentMap<String, Integer> two = one.with("b", 2).with("a", 3);

    assertThat(entries(one)).containsExactly(Map.entry("a", 1));
    assertThat(entries(two)).containsExactly(Map.entry("a", 3), Map.entry("b", 2));
    assertThat(two.size()).isEqualTo(2);
    assertThat(entries(two.without("a"))).containsExactly(Map.entry("b", 2));
    assertThat(entries(two)).containsExactly(Map.entry("a", 3), Map.entry("b", 2));
  }

  @Test
  void behaves_as_a_tree_map_does_and_stays_balanced() {
    long seed = 42;
    Random random = new Random(seed);
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    TreeMap<Integer, Integer> expected = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(1 + random.nextInt(2_000));
      if (random.nextInt(3) == 0) {
        map = map.without(key);
        expected.remove(key);
      } else {
        map = map.with(key, i);
        expected.put(key, i);
      }
      assertThat(map.size()).as("seed %d, step %d", seed, i).isEqualTo(expected.size());
      assertThat(map.get(key)).as("seed %d, step %d", seed, i).isEqualTo(expected.get(key));
      if (i % 500 == 0) {
        assertThat(entries(map)).as("seed %d, step %d", seed, i).containsExactlyElementsOf(expected.entrySet());
        assertThat(map.height()).as("seed %d, step %d", seed, i).isLessThanOrEqualTo(highest(map.size()));
      }
    }
  }

  @Test
  void heights_stay_logarithmic_for_keys_that_come_in_order() {
    PersistentMap<Integer, Integer> rising = PersistentMap.empty();
    PersistentMap<Integer, Integer> falling = PersistentMap.empty();
    for (int i = 0; i < 100_000; i++) {
      rising = rising.with(i, i);
      falling = falling.with(-i, i);
    }

    assertThat(rising.height()).isEqualTo(17);
    assertThat(falling.height()).isEqualTo(17);
    for (int i = 0; i < 99_000; i++) {
      rising = rising.without(i);
    }
    assertThat(rising.size()).isEqualTo(1_000);
    assertThat(rising.height()).isLessThanOrEqualTo(highest(1_000));
  }

  /** The greatest height of an AVL tree: 1.4405 log2(n + 2) - 0.3277 (Knuth, volume 3, 6.2.3). */
  private static int highest(int size) {
    return (int) Math.floor(1.4405 * Math.log(size + 2.0) / Math.log(2) - 0.3277);
  }

  private static <K extends Comparable<K>, V> List<Map.Entry<K, V>> entries(PersistentMap<K, V> map) {
    List<Map.Entry<K, V>> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(Map.entry(key, value)));
    return entries;
  }
}
