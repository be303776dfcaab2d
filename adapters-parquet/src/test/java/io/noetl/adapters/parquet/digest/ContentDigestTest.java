package io.noetl.adapters.parquet.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.event.EventColumn;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

  private static final String SHA256 = "ab".repeat(32);

  @Test
  void the_digest_of_no_rows_is_known() {
    assertThat(new ContentDigest("e-1", "weather", SHA256, 0, empty()).hex())
        .isEqualTo("86b18ab4c031c1acbc14972e35381f93ea84aae62bc4810c3254297748f107f9");
  }

  @Test
  void every_component_counts() {
    String before = new ContentDigest("e-1", "weather", SHA256, 0, empty()).hex();
    Map<EventColumn, String> other = empty();
    other.put(EventColumn.WORKER_ID, SHA256);
    assertThat(new ContentDigest("e-2", "weather", SHA256, 0, empty()).hex()).isNotEqualTo(before);
    assertThat(new ContentDigest("e-1", "weather2", SHA256, 0, empty()).hex()).isNotEqualTo(before);
    assertThat(new ContentDigest("e-1", "weather", "cd".repeat(32), 0, empty()).hex()).isNotEqualTo(before);
    assertThat(new ContentDigest("e-1", "weather", SHA256, 1, empty()).hex()).isNotEqualTo(before);
    assertThat(new ContentDigest("e-1", "weather", SHA256, 0, other).hex()).isNotEqualTo(before);
  }

  @Test
  void what_belongs_to_one_component_cannot_pass_for_another() {
    assertThat(new ContentDigest("e-1w", "eather", SHA256, 0, empty()).hex())
        .isNotEqualTo(new ContentDigest("e-1", "weather", SHA256, 0, empty()).hex());
  }

  @Test
  void a_missing_column_is_refused() {
    Map<EventColumn, String> columns = empty();
    columns.remove(EventColumn.ERROR);
    assertThatThrownBy(() -> new ContentDigest("e-1", "weather", SHA256, 0, columns))
        .hasMessage("There is no digest of column error");
  }

  private static Map<EventColumn, String> empty() {
    return new EnumMap<>(ColumnDigest.hex(ColumnDigest.ofAllColumns()));
  }
}
