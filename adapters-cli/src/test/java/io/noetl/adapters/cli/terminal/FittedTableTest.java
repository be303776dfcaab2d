package io.noetl.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.terminal.FittedTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FittedTableTest {

  private static List<String> lines(int width) {
    FittedTable table =
        new FittedTable(List.of(Column.text("node"), Column.number("seconds"), new Column("status", false, UnaryOperator.identity())));
    table.add(List.of("city_loop[0].fetch_forecast", "12.345", "success"));
    table.add(List.of("東京の天気予報を取得する", "0.001", "line\nbreak"));
    List<String> lines = new ArrayList<>();
    table.write(width, lines::add);
    return lines;
  }

  @Test
  void columns_are_as_wide_as_their_cells_where_there_is_room() {
    assertThat(lines(80))
        .containsExactly(
            "node                         seconds  status",
            "───────────────────────────  ───────  ───────────",
            "city_loop[0].fetch_forecast   12.345  success",
            "東京の天気予報を取得する       0.001  line\\nbreak");
  }

  @Test
  void texts_give_way_before_numbers_and_end_in_an_ellipsis() {
    assertThat(lines(30))
        .containsExactly(
            "node       seconds  status",
            "─────────  ───────  ──────────",
            "city_loo…   12.345  success",
            "東京の天…    0.001  line\\nbre…");
  }
}
