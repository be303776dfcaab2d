package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import io.noetl.endtoend.EventLog.Row;
import io.noetl.testkit.store.SampleEvents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values at the ends of what a log can hold, through the store, the command line and DuckDB's own reading of the file. */
class StrangeValuesTest {

  @TempDir private Path folder;
  private Path store;
  private Path file;
  private SampleEvents events;
  private Event start;

  @BeforeEach
  void an_execution() {
    store = folder.resolve("noetl.duckdb");
    file = folder.resolve("strange.parquet");
    events = new SampleEvents("e1");
    start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
  }

  @Test
  void texts_from_every_plane_of_unicode_stay_as_they_are() {
    StringBuilder planes = new StringBuilder();
    for (int plane = 0; plane <= 16; plane++) {
      planes.appendCodePoint(plane * 0x10000 + 0x41).appendCodePoint(plane * 0x10000 + 0xFFFD);
    }
    ending().error(planes.toString()).output(Value.of(planes.toString())).add();

    assertThat(exported().error()).isEqualTo(planes.toString());
  }

  @Test
  void half_a_surrogate_pair_is_a_replacement_character_in_the_store_and_so_in_the_file() {
    ending().error("a\ud800b\udc00").add();

    assertThat(exported().error()).isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void zero_characters_stay_as_they_are() {
    ending().error("\0a\0").output(Value.of("\0")).add();

    assertThat(exported().error()).isEqualTo("\0a\0");
  }

  @Test
  void empty_texts_are_no_nulls() {
    ending().error("").add();

    assertThat(exported().error()).isEmpty();
  }

  @Test
  void texts_of_ten_megabytes_stay_as_they_are() {
    String text = "é".repeat(5 << 20);
    ending().error(text).output(Value.of(text)).add();

    Row row = exported();
    assertThat(row.error()).isEqualTo(text);
    assertThat(row.output()).isEqualTo('"' + text + '"');
  }

  @Test
  void durations_that_are_no_numbers_or_have_no_end_stay_as_they_are() {
    for (double duration : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0}) {
      ending().duration(duration).add();
    }

    exported();
    assertThat(EventLog.ofExport(file)).extracting(Row::duration)
        .containsExactly(null, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0);
  }

  private SampleEvents.Draft ending() {
    return events.endOf(start, EventType.STEP_RESULT).status(Status.ERROR);
  }

  /** Exports the execution, proves the file alone and against the store, and reads its last row as DuckDB does. */
  private Row exported() {
    RecordedStore.add(store, events.all());
    assertThat(Noetl.run("export", "--execution", "e1", "--to", file, "--duckdb", store).status()).isZero();
    assertThat(Noetl.run("verify", "--against", store, file).status()).isZero();
    List<Row> rows = EventLog.ofExport(file);
    assertThat(rows).isEqualTo(EventLog.ofStore(store));
    return rows.getLast();
  }
}
