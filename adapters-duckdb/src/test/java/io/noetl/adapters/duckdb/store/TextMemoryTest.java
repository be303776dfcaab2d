package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextMemoryTest {

  private final TextMemory memory = new TextMemory();

  @Test
  void columns_of_texts_have_memory_and_others_have_none() {
    assertThat(memory.take())
        .hasSize(14)
        .containsKeys(EventColumn.EVENT_ID, EventColumn.OUTPUT_RESULT)
        .doesNotContainKeys(EventColumn.SEQUENCE, EventColumn.TIMESTAMP, EventColumn.DURATION);
  }

  @Test
  void each_column_gets_its_own_again_whatever_long_texts_others_had() {
    Map<EventColumn, PackedTexts> texts = memory.take();
    texts.get(EventColumn.INPUT_CONTEXT).reserve(25 << 20);
    texts.get(EventColumn.OUTPUT_RESULT).reserve(16 << 20);
    Map<EventColumn, PackedTexts> given = new EnumMap<>(texts);
    memory.give(texts);

    Map<EventColumn, PackedTexts> taken = memory.take();
    PackedTexts grown = given.remove(EventColumn.INPUT_CONTEXT);
    assertThat(taken).containsAllEntriesOf(given);
    assertThat(taken.get(EventColumn.INPUT_CONTEXT)).isNotSameAs(grown);
    assertThat(taken.get(EventColumn.INPUT_CONTEXT).bytes().capacity()).isEqualTo(4096);
  }

  @Test
  void memory_of_two_cursors_is_kept() {
    Map<EventColumn, PackedTexts> first = memory.take();
    Map<EventColumn, PackedTexts> second = memory.take();
    Map<EventColumn, PackedTexts> third = memory.take();
    memory.give(first);
    memory.give(second);
    memory.give(third);

    assertThat(memory.take()).isEqualTo(second);
    assertThat(memory.take()).isEqualTo(first);
    assertThat(memory.take()).doesNotContainValue(third.get(EventColumn.EVENT_ID));
  }
}
