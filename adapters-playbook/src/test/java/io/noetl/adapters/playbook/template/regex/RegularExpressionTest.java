package io.noetl.adapters.playbook.template.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Limits;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.domain.template.RenderContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegularExpressionTest {

  private static Rendering limited(long operations, int savedPositions) {
    Limits usual = Limits.DEFAULT;
    Limits limits = new Limits(operations, usual.elements(), usual.textLength(), usual.totalText(), usual.depth(),
        usual.valueDepth(), usual.integerBits(), savedPositions);
    return new Rendering(limits, new RenderContext(name -> null, Instant.EPOCH, 7, true), false);
  }

  private static boolean found(Rendering rendering, String pattern, String text) {
    return RegularExpression.of(rendering, pattern, Flags.NONE).matcher(rendering, text).find();
  }

  @Test
  void backtracking_without_end_meets_the_limit_of_operations() {
    assertThatThrownBy(() -> found(limited(100_000, 1_000_000), "(a|aa)+$b", "a".repeat(40)))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("the template exceeds the limit of 100000 operations");
  }

  @Test
  void what_is_saved_for_backtracking_is_limited() {
    assertThatThrownBy(() -> found(limited(1_000_000, 1_000), "(a|b)*c", "a".repeat(1_000)))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("the template exceeds the limit of 1000 positions saved by a regular expression");
  }

  @Test
  void a_long_text_needs_no_stack_of_the_thread() throws InterruptedException {
    boolean[] found = new boolean[1];
    String text = "ab".repeat(50_000) + "c";
    Rendering rendering = limited(5_000_000, 1_000_000);
    Thread small = new Thread(null, () -> found[0] = found(rendering, "(?:(a)|b)*c", text), "small stack", 128 << 10);
    small.start();
    small.join();
    assertThat(found[0]).isTrue();
  }

  @Test
  void the_same_operations_are_counted_for_a_pattern_met_again() {
    String pattern = "(x+x+)+y#again";
    for (int round = 0; round < 3; round++) {
      Rendering enough = limited(2 * pattern.length() + 64, 1_000);
      assertThat(found(enough, pattern, "xxy#again")).isTrue();
      assertThatThrownBy(() -> found(limited(2 * pattern.length() + 10, 1_000), pattern, "xxy#again"))
          .hasMessage("the template exceeds the limit of " + (2 * pattern.length() + 10) + " operations");
    }
  }

  @Test
  void groups_nest_to_a_depth_of_50() {
    Rendering rendering = limited(1_000_000, 1_000);
    assertThat(found(rendering, "(".repeat(50) + "a" + ")".repeat(50), "a")).isTrue();
    assertThatThrownBy(() -> found(rendering, "(".repeat(51) + "a" + ")".repeat(51), "a"))
        .isInstanceOf(PatternException.class)
        .hasMessage("groups nested deeper than 50 levels at position 51");
  }

  @Test
  void a_pattern_has_at_most_2000_characters() {
    Rendering rendering = limited(1_000_000, 1_000);
    assertThat(found(rendering, "a".repeat(2_000), "a".repeat(2_000))).isTrue();
    assertThatThrownBy(() -> found(rendering, "a".repeat(2_001), "a"))
        .isInstanceOf(PatternException.class)
        .hasMessage("longer than 2000 characters");
  }

  @Test
  void a_surrogate_pair_is_one_character() {
    Rendering rendering = limited(1_000_000, 1_000);
    Matcher matcher = RegularExpression.of(rendering, ".", Flags.NONE).matcher(rendering, "a\ud83d\ude00b");
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.group(0)).isEqualTo("\ud83d\ude00");
    assertThat(found(rendering, "\ude00", "\ud83d\ude00")).isFalse();
  }
}
