package io.noetl.adapters.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class PlotTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s", "0.00025, 0.25 ms", "0.25, 250 ms", "1.5, 1.50 s", "59.94, 59.9 s", "119, 119 s", "150, 2.50 min", "9000, 2.50 h"
  })
  void seconds_have_three_digits_and_a_unit_that_suits(double seconds, String text) {
    assertThat(PlotText.seconds(seconds)).isEqualTo(text);
  }

  @Test
  void what_would_turn_a_line_around_or_break_it_is_made_visible() {
    assertThat(PlotText.of("a\u202eb\nc\u0000")).isEqualTo("a\\u202eb c\\u0000");
  }

  @Test
  void a_long_text_ends_in_an_ellipsis() {
    assertThat(PlotText.of("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
  }
}
