package io.noetl.adapters.parquet.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ColumnDigestTest {

  private final ColumnDigest digest = new ColumnDigest();

  @Test
  void nulls_and_values_have_distinct_bytes() throws Exception {
    digest.addNull();
    digest.addText("né".getBytes(StandardCharsets.UTF_8));
    digest.addText(new byte[0]);
    digest.addLong(-2);
    digest.addDouble(-0.0);
    assertThat(digest.hex())
        .isEqualTo(
            sha256(
                "00"
                    + "0103000000" + "6ec3a9"
                    + "0100000000"
                    + "01feffffffffffffff"
                    + "010000000000000080"));
  }

  @Test
  void an_empty_column_has_the_digest_of_nothing() {
    assertThat(digest.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void text_longer_than_the_buffer_is_added_whole_and_in_order() throws Exception {
    byte[] text = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    digest.addNull();
    digest.addText(text);
    digest.addNull();
    assertThat(digest.hex()).isEqualTo(sha256("00" + "0110270000" + "78".repeat(10_000) + "00"));
  }

  @Test
  void many_small_values_are_added_whole_and_in_order() throws Exception {
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      digest.addLong(i);
      expected.append("01").append(HexFormat.of().toHexDigits(Long.reverseBytes(i)));
    }
    assertThat(digest.hex()).isEqualTo(sha256(expected.toString()));
  }

  private static String sha256(String hex) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
  }
}
