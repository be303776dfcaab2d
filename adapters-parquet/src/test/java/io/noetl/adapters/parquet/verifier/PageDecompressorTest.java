package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.xerial.snappy.Snappy;

class PageDecompressorTest {

  private static final byte[] NO_ROOM = {};
  private static final byte[] TEXT = "a page of text, text, text and text".getBytes(StandardCharsets.US_ASCII);

  @EachCodec
  void a_page_comes_back(CompressionCodec codec) throws IOException {
    assertThat(PageDecompressor.supports(codec)).isTrue();
    byte[] page = compressed(codec);
    assertThat(PageDecompressor.decompress(codec, page, page.length, TEXT.length, NO_ROOM)).isEqualTo(TEXT);
  }

  @EachCodec
  void a_page_comes_back_in_an_array_that_held_a_longer_one(CompressionCodec codec) throws IOException {
    byte[] page = compressed(codec);
    byte[] room = "x".repeat(50).getBytes(StandardCharsets.US_ASCII);
    assertThat(PageDecompressor.decompress(codec, page, page.length, TEXT.length, room)).startsWith(TEXT);
  }

  @EachCodec
  void what_follows_a_page_in_its_array_is_no_part_of_it(CompressionCodec codec) throws IOException {
    byte[] page = compressed(codec);
    byte[] longer = Arrays.copyOf(page, page.length + 40);
    Arrays.fill(longer, page.length, longer.length, (byte) 'x');
    assertThat(PageDecompressor.decompress(codec, longer, page.length, TEXT.length, NO_ROOM)).startsWith(TEXT);
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      mode = Mode.EXCLUDE,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void the_other_codecs_are_not_supported(CompressionCodec codec) {
    assertThat(PageDecompressor.supports(codec)).isFalse();
  }

  @EachCodec
  void a_page_that_claims_more_than_it_holds_is_damaged(CompressionCodec codec) throws IOException {
    byte[] page = compressed(codec);
    assertThatThrownBy(() -> PageDecompressor.decompress(codec, page, page.length, TEXT.length + 1, NO_ROOM))
        .isInstanceOf(DamageException.class)
        .hasMessage("it holds 35 bytes, and its header claims 36");
  }

  @EachCodec
  void a_page_that_claims_less_than_it_holds_is_damaged(CompressionCodec codec) throws IOException {
    byte[] page = compressed(codec);
    assertThatThrownBy(() -> PageDecompressor.decompress(codec, page, page.length, TEXT.length - 1, NO_ROOM))
        .isInstanceOf(DamageException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"SNAPPY", "GZIP", "ZSTD"})
  void a_page_of_something_else_is_damaged(CompressionCodec codec) {
    byte[] noise = {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10};
    assertThatThrownBy(() -> PageDecompressor.decompress(codec, noise, 10, 35, NO_ROOM)).isInstanceOf(DamageException.class);
  }

  @Test
  void no_memory_is_taken_for_a_claim_that_cannot_be_true() {
    assertThatThrownBy(() -> PageDecompressor.decompress(CompressionCodec.ZSTD, new byte[10], 10, Integer.MAX_VALUE, NO_ROOM))
        .isInstanceOf(DamageException.class)
        .hasMessage("10 bytes claim to decompress to 2147483647");
  }

  /** Runs a test with every codec that is supported. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  private @interface EachCodec {}

  private static byte[] compressed(CompressionCodec codec) throws IOException {
    return switch (codec) {
      case SNAPPY -> Snappy.compress(TEXT);
      case ZSTD -> Zstd.compress(TEXT);
      case GZIP -> gzip();
      default -> TEXT;
    };
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(page)) {
      gzip.write(TEXT);
    }
    return page.toByteArray();
  }
}
