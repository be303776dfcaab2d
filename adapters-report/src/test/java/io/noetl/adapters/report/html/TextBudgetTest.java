package io.noetl.adapters.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.report.BoundedText;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import org.junit.jupiter.api.Test;

class TextBudgetTest {

  @Test
  void a_whole_text_stands_as_itself() {
    assertThat(new TextBudget(100).spend(new BoundedText("{}", 2))).isEqualTo(Value.of("{}"));
  }

  @Test
  void a_cut_text_tells_how_long_it_was() {
    assertThat(JsonWriter.write(new TextBudget(100).spend(new BoundedText("abc", 9))))
        .isEqualTo("{\"text\":\"abc\",\"length\":9}");
  }

  @Test
  void a_text_that_finds_no_room_is_told_by_its_length() {
    TextBudget budget = new TextBudget(10);

    assertThat(budget.spend(new BoundedText("12345678", 8))).isEqualTo(Value.of("12345678"));
    assertThat(JsonWriter.write(budget.spend(new BoundedText("x", 1)))).isEqualTo("{\"text\":\"\",\"length\":1}");
  }

  @Test
  void markup_takes_the_room_that_it_needs_on_the_page() {
    assertThat(JsonWriter.write(new TextBudget(20).spend(new BoundedText("<<<<", 4))))
        .isEqualTo("{\"text\":\"\",\"length\":4}");
  }

  @Test
  void nothing_stays_nothing() {
    assertThat(new TextBudget(10).spend(null)).isEqualTo(Value.NULL);
  }
}
