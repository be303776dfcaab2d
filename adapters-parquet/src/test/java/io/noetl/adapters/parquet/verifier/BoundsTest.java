package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private final Bounds.Texts bounds = (Bounds.Texts) Bounds.of(EventColumn.Type.TEXT);
  private final byte[] passing = new byte[10_000];

  @Test
  void texts_in_an_array_that_changes_afterwards_are_bounds_as_they_were() {
    for (String text : new String[] {"mango", "fig", "apple", "pear", "quince and more of it", "kiwi"}) {
      addPassing(text);
    }
    Arrays.fill(passing, (byte) 'z');

    assertThat(matches("apple", "quince and more of it")).isTrue();
    assertThat(matches("app", "quinces")).isTrue();
    assertThat(matches("apples", "quince and more of it")).isFalse();
    assertThat(matches("apple", "quince and more of i")).isFalse();
  }

  @Test
  void they_are_bounds_together_with_texts_that_stay() {
    addPassing("b");
    add("a");
    addPassing("c");
    add("d");
    bounds.keep();
    addPassing("e");

    assertThat(matches("a", "e")).isTrue();
    assertThat(matches("b", "e")).isFalse();
    assertThat(matches("a", "d")).isFalse();
  }

  @Test
  void of_a_long_text_the_first_bytes_tell() {
    addPassing("x".repeat(10_000));
    Arrays.fill(passing, (byte) 'z');

    assertThat(matches("x".repeat(64), "x".repeat(63) + "y")).isTrue();
    assertThat(matches("x".repeat(64), "x".repeat(64))).isFalse();
    assertThat(matches("x".repeat(63) + "y", "y")).isFalse();
    assertThat(matches("x".repeat(65), "y")).isFalse();
  }

  @Test
  void what_is_kept_of_long_texts_tells_as_much() {
    add("x".repeat(100));
    bounds.keep();

    assertThat(matches("x".repeat(64), "x".repeat(63) + "y")).isTrue();
    assertThat(matches("x".repeat(64), "x".repeat(64))).isFalse();
    assertThat(matches("x".repeat(63) + "y", "y")).isFalse();

    Bounds.Texts all = (Bounds.Texts) Bounds.of(EventColumn.Type.TEXT);
    all.include(bounds);
    assertThat(all.match(bytes("x".repeat(64)), bytes("x".repeat(63) + "y"))).isTrue();
    assertThat(all.match(bytes("x".repeat(64)), bytes("x".repeat(64)))).isFalse();
  }

  private void addPassing(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, passing, 0, utf8.length);
    bounds.addPassing(passing, utf8.length);
  }

  private void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bounds.add(utf8, 0, utf8.length);
  }

  private boolean matches(String least, String greatest) {
    return bounds.match(bytes(least), bytes(greatest));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
