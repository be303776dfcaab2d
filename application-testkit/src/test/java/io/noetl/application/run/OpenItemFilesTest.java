package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ItemFiles;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.ItemFeed.Item;
import io.noetl.domain.execution.ItemFeed.ItemFile;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.Value;
import io.noetl.testkit.core.LiteralTemplates;
import io.noetl.testkit.core.PlaybookScript;
import io.noetl.testkit.item.ListedItemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

@Timeout(30)
class OpenItemFilesTest {

  private static final List<Value> AB = List.of(Value.of("a"), Value.of("b"));

  private final ListedItemFiles files = new ListedItemFiles().file(Path.of("ab.jsonl"), AB);
  private final OpenItemFiles open = new OpenItemFiles(files, null);

  private Item next(int index, String path, @Nullable FileFormat format) {
    return open.next("loop", index, new ItemFile(path, format));
  }

  private Item next(int index) {
    return next(index, "ab.jsonl", null);
  }

  private static Item found(String text) {
    return new Item.Found(Value.of(text));
  }

  @Test
  void the_same_question_has_the_same_answer_until_the_next_item_is_asked_for() {
    assertThat(List.of(next(0), next(0), next(1), next(1), next(2), next(2)))
        .containsExactly(found("a"), found("a"), found("b"), found("b"), new Item.End(), new Item.End());
    assertThat(files.journal()).containsExactly("open ab.jsonl JSONL", "close ab.jsonl");
  }

  @Test
  void an_item_that_was_passed_is_reached_by_reading_again() {
    next(1);

    assertThat(next(0)).isEqualTo(found("a"));
    assertThat(files.journal()).containsExactly("open ab.jsonl JSONL", "close ab.jsonl", "open ab.jsonl JSONL");
  }

  @Test
  void an_item_further_on_is_reached_by_reading_to_it() {
    assertThat(next(1)).isEqualTo(found("b"));
    assertThat(next(7)).isEqualTo(new Item.End());
  }

  @Test
  void every_loop_is_at_a_place_of_its_own_and_closing_ends_all() {
    open.next("one", 1, new ItemFile("ab.jsonl", null));

    assertThat(open.next("two", 0, new ItemFile("ab.jsonl", null))).isEqualTo(found("a"));
    open.close();
    assertThat(files.journal()).endsWith("close ab.jsonl", "close ab.jsonl").hasSize(4);
  }

  @Test
  void a_file_that_breaks_stays_broken_and_is_closed() {
    files.file(Path.of("bad.csv"), AB, "line 4 is odd");

    assertThat(next(1, "bad.csv", null)).isEqualTo(found("b"));
    assertThat(next(2, "bad.csv", null)).isEqualTo(new Item.Broken("in_file 'bad.csv': line 4 is odd"));
    assertThat(next(2, "bad.csv", null)).isEqualTo(new Item.Broken("in_file 'bad.csv': line 4 is odd"));
    assertThat(files.journal()).containsExactly("open bad.csv CSV", "close bad.csv");
  }

  @Test
  void the_format_is_that_of_the_files_name_unless_it_is_said() {
    for (String path : List.of("a.jsonl", "b.NDJSON", "c.csv", "d.parquet", "e.txt")) {
      files.file(Path.of(path), List.of());
      open.next(path, 0, new ItemFile(path, path.equals("e.txt") ? FileFormat.CSV : null));
    }

    assertThat(files.journal().stream().filter(line -> line.startsWith("open")))
        .containsExactly("open a.jsonl JSONL", "open b.NDJSON JSONL", "open c.csv CSV", "open d.parquet PARQUET", "open e.txt CSV");
  }

  @Test
  void a_name_that_tells_no_format_is_refused() {
    String remedy = "its name ends in none of .jsonl, .ndjson, .csv and .parquet; say what it is with format: jsonl, csv or parquet";

    assertThat(next(0, "items.csv.gz", null)).isEqualTo(new Item.Broken("in_file 'items.csv.gz': " + remedy));
    assertThat(open.next("other", 0, new ItemFile("", null))).isEqualTo(new Item.Broken("in_file '': " + remedy));
  }

  @Test
  void what_is_no_path_is_refused() {
    assertThat(next(0, "a\0.csv", null)).isEqualTo(new Item.Broken("in_file 'a\0.csv': it is no path: Nul character not allowed"));
  }

  @Test
  void without_files_every_one_is_refused() {
    assertThat(new OpenItemFiles(ItemFiles.NONE, null).next("loop", 0, new ItemFile("a.csv", null)))
        .isEqualTo(new Item.Broken("in_file 'a.csv': no files of items can be read here"));
  }

  @Test
  void the_runs_own_store_is_not_opened(@TempDir Path folder) throws IOException {
    Path store = Files.writeString(folder.resolve("noetl.duckdb"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), store);

    assertThat(new OpenItemFiles(files, store).next("loop", 0, new ItemFile(link.toString(), null)))
        .isEqualTo(
            new Item.Broken(
                "in_file '" + link + "': it is the run's own event store, which is open for this run; export it after the run"));
  }

  @Test
  void a_run_takes_its_items_from_the_file_and_closes_it_when_the_loop_ends() {
    Journal journal = new Journal();
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("one", "n", 1).reading("ab.jsonl", "x").limit(1).to("next"))
            .step("next", step -> step.calls("one", "n", 2))
            .task("one");
    JournalRunner runner = new JournalRunner(journal);

    ExecutionState state =
        Drivers.driver(new JournalStore(journal), Map.of("test", runner), () -> open)
            .run(new Plan(script.playbook(), new LiteralTemplates(), false));

    assertThat(state.complete()).isTrue();
    assertThat(journal.text()).containsOnlyOnce("append loop_iteration ");
    assertThat(files.journal()).containsExactly("open ab.jsonl JSONL", "close ab.jsonl");
  }
}
