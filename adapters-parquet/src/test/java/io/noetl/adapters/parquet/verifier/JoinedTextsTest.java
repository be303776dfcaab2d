package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;

class JoinedTextsTest {

  /** Blocks of 128 in 4, the count, the first value, the least delta, four bit widths, and 3 bits for each of three deltas. */
  private static final String SHARED_0_2_0_3 = "8001 04 04 00" + "03 03000000" + "4401 00000000000000000000";

  private static final String SHARED_1_3_1_4 = "8001 04 04 02" + "03 03000000" + "4401 00000000000000000000";
  private static final String SHARED_0_5 = "8001 04 02 00" + "0a 00000000";
  private static final String FOLLOWING_4_2_6_5 = "8001 04 04 08" + "03 03000000" + "7000 00000000000000000000";
  private static final String FOLLOWING_4_4 = "8001 04 02 08" + "00 00000000";
  private static final String SHARED_0_0 = "8001 04 02 00" + "00 00000000";
  private static final String FOLLOWING_MINUS_1 = "8001 04 02 01" + "00 00000000";
  private static final String SUFFIXES = "61786973" + "6c65" + "626162626c65" + "79686f6f64";

  @Test
  void the_example_of_the_specification_is_read() throws IOException {
    assertThat(texts(page(SHARED_0_2_0_3 + FOLLOWING_4_2_6_5 + SUFFIXES), 4))
        .containsExactly("axis", "axle", "babble", "babyhood");
  }

  @Test
  void a_first_text_that_goes_on_from_none_is_refused() {
    assertThatThrownBy(() -> texts(page(SHARED_1_3_1_4 + FOLLOWING_4_2_6_5 + SUFFIXES), 4))
        .isInstanceOf(ParquetDecodingException.class)
        .hasMessage("a text takes 1 bytes from the one before it, which has 0");
  }

  @Test
  void a_text_that_takes_more_than_there_is_is_refused() {
    assertThatThrownBy(() -> texts(page(SHARED_0_5 + FOLLOWING_4_4 + "6178697361786973"), 2))
        .isInstanceOf(ParquetDecodingException.class)
        .hasMessage("a text takes 5 bytes from the one before it, which has 4");
  }

  @Test
  void a_text_that_goes_on_beyond_its_page_is_refused() {
    assertThatThrownBy(() -> texts(page(SHARED_0_0 + FOLLOWING_4_4 + "61786973617869"), 2))
        .isInstanceOf(ParquetDecodingException.class)
        .hasMessage("a text goes on for 4 bytes, and its page for 3");
  }

  @Test
  void a_text_of_less_than_no_bytes_is_refused() {
    assertThatThrownBy(() -> texts(page(SHARED_0_0 + FOLLOWING_MINUS_1 + "61786973"), 2))
        .isInstanceOf(ParquetDecodingException.class)
        .hasMessage("a text goes on for -1 bytes, and its page for 4");
  }

  @Test
  void long_texts_and_repeated_and_empty_ones_are_read_as_parquet_java_wrote_them() throws IOException {
    String text = "é".repeat(100_000);
    List<String> written = List.of("", "", text, text, text + "x", "é", text.substring(1), "");
    try (DeltaByteArrayWriter writer = new DeltaByteArrayWriter(64, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      written.forEach(value -> writer.writeBytes(Binary.fromString(value)));
      assertThat(texts(writer.getBytes().toByteArray(), written.size())).isEqualTo(written);
    }
  }

  private static List<String> texts(byte[] page, int count) throws IOException {
    JoinedTexts reader = new JoinedTexts();
    reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(page)));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = reader.next();
      texts.add(new String(reader.array(), 0, length, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static byte[] page(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
