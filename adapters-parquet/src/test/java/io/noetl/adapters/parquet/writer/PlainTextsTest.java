package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextsTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', a, 0",
    "a, b, 0",
    "abcdefg, abcdefg, 7",
    "abcdefg, abcdefX, 6",
    "abcdefgh, abcdefgh, 8",
    "abcdefgh, abcdefgX, 7",
    "abcdefgh, Xbcdefgh, 0",
    "abcdefghi, abcdefghi, 9",
    "abcdefghi, abcdefghX, 8",
    "abcdefghi, abcdefgXi, 7",
    "abcdefghijklmno, abcdefghijklmno, 15",
    "abcdefghijklmno, abcdefghijklXno, 12",
    "abcdefghijklmnop, abcdefghijklmnopq, 16",
    "abcdefghijklmnopq, abcdefghijklmnopX, 16",
    "abcdefghijklmnopqrstuvwx, abcdefghijklmnopqrsXuvwX, 19",
  })
  void the_shared_prefix_ends_where_the_first_bytes_differ(String one, String other, int shared) {
    ByteBuffer texts = plain("before", one, other, "after");
    int at = PlainTexts.next(texts, 0);
    int next = PlainTexts.next(texts, at);

    assertThat(PlainTexts.sharedPrefix(texts, at, texts, next)).isEqualTo(shared);
    assertThat(PlainTexts.sharedPrefix(texts, next, texts, at)).isEqualTo(shared);
    assertThat(PlainTexts.isSame(texts, at, texts, next)).isEqualTo(one.equals(other));
    assertThat(Integer.signum(PlainTexts.compare(texts, at, texts, next)))
        .isEqualTo(Integer.signum(one.compareTo(other)));
  }

  @Test
  void texts_of_every_length_are_the_same_until_one_byte_differs() {
    for (int length = 0; length < 40; length++) {
      String text = "x".repeat(length);
      assertThat(same(text, text)).as("%d", length).isTrue();
      assertThat(same(text, text + "x")).as("%d and one more", length).isFalse();
      for (int at = 0; at < length; at++) {
        String changed = "x".repeat(at) + "y" + "x".repeat(length - at - 1);
        assertThat(same(text, changed)).as("%d of %d", at, length).isFalse();
      }
    }
  }

  private static boolean same(String one, String other) {
    ByteBuffer texts = plain(one, other);
    return PlainTexts.isSame(texts, 0, texts, PlainTexts.next(texts, 0));
  }

  private static ByteBuffer plain(String... texts) {
    ByteBuffer plain = ByteBuffer.allocateDirect(1024).order(ByteOrder.LITTLE_ENDIAN);
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      plain.putInt(utf8.length).put(utf8);
    }
    return plain;
  }
}
