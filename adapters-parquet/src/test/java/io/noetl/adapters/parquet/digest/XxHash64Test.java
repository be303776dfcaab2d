package io.noetl.adapters.parquet.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of the reference implementation, {@code xxhsum -H64}. */
class XxHash64Test {

  @Test
  void nothing_has_the_hash_of_the_specification() {
    assertThat(new XxHash64().hex()).isEqualTo("ef46db3751d8e999");
  }

  @ParameterizedTest
  @CsvSource({
    "a,d24ec4f1a98c6e5b",
    "abc,44bc2cf5ad770999",
    "abcd,de0327b0d25d92cc",
    "abcdefg,1860940e2902822d",
    "abcdefgh,3ad351775b4634b7",
    "abcdefghijkl,4b09b7d3a233d4b3",
    "0123456789abcdef0123456789abcde,1fdfc63febacfde7",
    "0123456789abcdef0123456789abcdef,642a94958e71e6c5",
    "The execution ended well and its record is a file of 63 bytes.,21f1e52cd3ebb4b7",
    "éééééééééééééééééééééééééééééééééééééééééééééééééé,0373de599eedc0f9"
  })
  void texts_of_every_length_class_have_the_hash_of_the_reference(String text, String expected) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    XxHash64 hash = new XxHash64();
    hash.update(bytes, 0, bytes.length);
    assertThat(hash.hex()).isEqualTo(expected);
  }

  @Test
  void pieces_of_any_size_in_any_kind_of_buffer_yield_the_hash_of_the_whole() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      XxHash64 whole = new XxHash64();
      whole.update(bytes, 0, bytes.length);
      ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(0, bytes);
      XxHash64 pieces = new XxHash64();
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(bytes.length - at, random.nextInt(100));
        pieces.update(random.nextBoolean() ? direct : ByteBuffer.wrap(bytes), at, length);
        at += length;
      }
      assertThat(pieces.hex()).as("seed %d", seed).isEqualTo(whole.hex());
    }
  }
}
