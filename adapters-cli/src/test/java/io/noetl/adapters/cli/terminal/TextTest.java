package io.noetl.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void durations_get_coarser_as_they_get_longer() {
    assertThat(DurationText.of(0)).isEqualTo("0.000 s");
    assertThat(DurationText.of(0.0124)).isEqualTo("0.012 s");
    assertThat(DurationText.of(9.9996)).isEqualTo("10.0 s");
    assertThat(DurationText.of(59.94)).isEqualTo("59.9 s");
    assertThat(DurationText.of(59.96)).isEqualTo("1 min 00 s");
    assertThat(DurationText.of(123)).isEqualTo("2 min 03 s");
    assertThat(DurationText.of(3_900)).isEqualTo("1 h 05 min");
    assertThat(DurationText.of(-1)).isEqualTo("0.000 s");
  }

  @Test
  void a_running_time_shows_tenths() {
    assertThat(DurationText.running(Duration.ofMillis(449))).isEqualTo("0.4 s");
    assertThat(DurationText.running(Duration.ofMillis(12_345))).isEqualTo("12.3 s");
    assertThat(DurationText.running(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
  }

  @Test
  void what_would_change_the_terminal_is_spelled_out() {
    assertThat(LineText.of("plain – text")).isEqualTo("plain – text");
    assertThat(LineText.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    assertThat(LineText.of("\u001b[2J\u0007\u009b")).isEqualTo("\\u001b[2J\\u0007\\u009b");
    assertThat(LineText.of("safe\u202egnp.exe")).isEqualTo("safe\\u202egnp.exe");
  }

  @Test
  void wide_characters_take_two_columns_and_combining_ones_none() {
    assertThat(LineText.widthOf("abc")).isEqualTo(3);
    assertThat(LineText.widthOf("東京")).isEqualTo(4);
    assertThat(LineText.widthOf("e\u0301")).isEqualTo(1);
    assertThat(LineText.widthOf("☀🌧")).isEqualTo(3);
  }

  @Test
  void text_that_is_too_wide_ends_with_an_ellipsis() {
    assertThat(LineText.shortened("abcdef", 6)).isEqualTo("abcdef");
    assertThat(LineText.shortened("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(LineText.shortened("東京都", 5)).isEqualTo("東京…");
    assertThat(LineText.shortened("🌧🌧🌧", 4)).isEqualTo("🌧…");
  }

  @Test
  void a_table_is_as_wide_as_its_cells_and_wider_ones_push() {
    Table table =
        Table.fitting(
            List.of("name", "n"), new boolean[] {false, true}, List.of(List.of("東京", "1"), List.of("oslo_2", "1000")));

    List<String> lines = new ArrayList<>();
    table.writeHeader(lines::add);
    lines.add(table.line(List.of("東京", "1")));
    lines.add(table.line(List.of("longer than all", "12")));

    assertThat(lines)
        .containsExactly(
            "name       n", //
            "──────  ────",
            "東京       1",
            "longer than all    12");
  }
}
