package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.PackedTexts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDictionaryTest {

  @Test
  void texts_are_numbered_as_they_come_and_found_again() {
    TextDictionary dictionary = new TextDictionary(1 << 20, ByteBuffer::allocate);
    assertThat(numbers(dictionary, "b", "a", "", "b", "a longer text than eight", "", "a"))
        .containsExactly(0, 1, 2, 0, 3, 2, 1);
    assertThat(dictionary.entries().count()).isEqualTo(4);
    assertThat(dictionary.entries().end()).isEqualTo(4 * 4 + 1 + 1 + 24);
  }

  @Test
  void texts_that_begin_alike_are_told_apart() {
    assertThat(numbers(new TextDictionary(1 << 20, ByteBuffer::allocate), "12345678", "123456789", "1234567", "12345678\0"))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_thousand_texts_keep_their_numbers_while_the_table_grows() {
    TextDictionary dictionary = new TextDictionary(1 << 20, ByteBuffer::allocate);
    String[] texts = new String[1000];
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "text " + i * 31;
      expected.add(i);
    }
    assertThat(numbers(dictionary, texts)).isEqualTo(expected);
    assertThat(numbers(dictionary, texts)).isEqualTo(expected);
  }

  @Test
  void a_text_beyond_the_limit_has_no_number_and_those_before_keep_theirs() {
    TextDictionary dictionary = new TextDictionary(14, ByteBuffer::allocate);
    assertThat(numbers(dictionary, "abc", "def", "g", "abc")).containsExactly(0, 1, TextDictionary.FULL, 0);
  }

  @Test
  void entries_of_a_moment_do_not_see_what_comes_later() {
    TextDictionary dictionary = new TextDictionary(1 << 20, ByteBuffer::allocate);
    numbers(dictionary, "a");
    TextDictionary.Entries before = dictionary.entries();
    numbers(dictionary, "b");
    assertThat(before.count()).isEqualTo(1);
    assertThat(before.end()).isEqualTo(5);
  }

  private static List<Integer> numbers(TextDictionary dictionary, String... texts) {
    PackedTexts packed = PackedTexts.onHeap();
    List<Integer> numbers = new ArrayList<>();
    for (String text : texts) {
      packed.add(text);
    }
    for (int i = 0; i < texts.length; i++) {
      numbers.add(dictionary.numberOf(packed.bytes(), packed.start(i)));
    }
    return numbers;
  }
}
