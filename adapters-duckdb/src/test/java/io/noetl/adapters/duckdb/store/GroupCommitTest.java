package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.testkit.store.SampleExecution;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When groups are committed, on a clock of the test's own that only the entries move. */
class GroupCommitTest {

  private final List<Event> events = SampleExecution.events("e1");
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private long now;
  private long commitTakes;
  private long appendTakes;

  @Test
  void a_single_event_is_committed_when_it_is_50_ms_old() throws Exception {
    event(0, 0);
    arrive(500, new Entry.Stop());

    run();

    assertThat(done).containsExactly("0: append 0", "50: commit");
  }

  @Test
  void events_that_follow_one_another_wait_for_none_that_is_to_come() throws Exception {
    for (int i = 0; i < 8; i++) {
      event(30 * i, i);
    }
    arrive(1_000, new Entry.Stop());

    run();

    assertThat(done).containsExactly(
        "0: append 0", "30: append 1", "50: commit", "60: append 2", "90: append 3", "110: commit",
        "120: append 4", "150: append 5", "170: commit", "180: append 6", "210: append 7", "230: commit");
  }

  @Test
  void no_commit_begins_later_than_100_ms_after_an_event() throws Exception {
    commitTakes = 40;
    for (int i = 0; i < 25; i++) {
      event(10 * i, i);
    }
    arrive(2_000, new Entry.Stop());

    run();

    for (int i = 0; i < 25; i++) {
      int appended = indexOf("append " + i);
      String commit = done.subList(appended, done.size()).stream().filter(line -> line.endsWith("commit"))
          .findFirst().orElseThrow();
      assertThat(timeOf(commit) - 10L * i).as("event %d", i).isBetween(0L, 100L);
    }
  }

  @Test
  void a_slow_disk_makes_groups_larger() throws Exception {
    commitTakes = 200;
    for (int i = 0; i < 20; i++) {
      event(20 * i, i);
    }
    arrive(2_000, new Entry.Stop());

    run();

    assertThat(done.stream().filter(line -> line.endsWith("commit")))
        .containsExactly("50: commit", "250: commit", "450: commit");
  }

  @Test
  void many_events_at_once_are_committed_while_the_rest_waits_to_be_written() throws Exception {
    appendTakes = 20;
    for (int i = 0; i < 6; i++) {
      event(0, i);
    }
    arrive(2_000, new Entry.Stop());

    run();

    assertThat(done).containsExactly(
        "0: append 0", "20: append 1", "40: append 2", "60: commit", "60: append 3", "80: append 4", "100: commit",
        "100: append 5", "120: commit");
  }

  @Test
  void events_that_wait_for_a_slow_disk_are_committed_together_though_each_is_old() throws Exception {
    commitTakes = 200;
    appendTakes = 1;
    event(0, 0);
    for (int i = 1; i < 25; i++) {
      event(60, i);
    }
    arrive(2_000, new Entry.Stop());

    run();

    assertThat(done.stream().filter(line -> line.endsWith("commit"))).containsExactly("50: commit", "274: commit");
  }

  @Test
  void work_is_done_after_what_was_handed_over_before_is_committed() throws Exception {
    event(0, 0);
    arrive(10, new Work(() -> done.add(now() + ": work")));
    arrive(20, new Entry.Stop());

    run();

    assertThat(done).containsExactly("0: append 0", "10: commit", "10: end group", "10: work");
  }

  @Test
  void work_that_fails_ends_nothing() throws Exception {
    Work failing =
        new Work(
            () -> {
              throw new SQLException("no");
            });
    arrive(0, failing);
    event(10, 0);
    arrive(20, new Entry.Stop());

    run();

    assertThat(failing.await()).hasMessage("no");
    assertThat(done).containsExactly("0: end group", "10: append 0", "20: commit");
  }

  @Test
  void the_end_commits_what_is_left() throws Exception {
    event(0, 0);
    arrive(1, new Entry.Source(SampleExecution.playbook(), TimeUnit.MILLISECONDS.toNanos(1)));
    arrive(2, new Entry.Stop());

    run();

    assertThat(done).containsExactly("0: append 0", "1: keep", "2: commit");
  }

  private void run() throws SQLException, InterruptedException {
    new GroupCommit(this::takeAll, new RecordingLog(), () -> now).run();
  }

  /** Everything that has arrived by now, else the clock goes on to the next arrival or to the end of the wait. */
  private List<Entry> takeAll(long waitNanos) {
    long next = arrivals.element().at();
    if (next > now) {
      now = waitNanos < next - now ? now + Math.max(0, waitNanos) : next;
    }
    List<Entry> taken = new ArrayList<>();
    while (!arrivals.isEmpty() && arrivals.element().at() <= now) {
      taken.add(arrivals.remove().entry());
    }
    return taken;
  }

  private void event(long millis, int sequence) {
    arrive(millis, new Entry.Row(events.get(sequence), TimeUnit.MILLISECONDS.toNanos(millis), 1));
  }

  private void arrive(long millis, Entry entry) {
    arrivals.add(new Arrival(TimeUnit.MILLISECONDS.toNanos(millis), entry));
  }


  private int indexOf(String end) {
    for (int i = 0; i < done.size(); i++) {
      if (done.get(i).endsWith(": " + end)) {
        return i;
      }
    }
    throw new AssertionError("no '" + end + "' in " + done);
  }

  private static long timeOf(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(':')));
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(now);
  }

  private record Arrival(long at, Entry entry) {}

  private final class RecordingLog implements GroupCommit.Log {

    @Override
    public void append(Entry.Row row) {
      done.add(now() + ": append " + row.event().sequence());
      now += TimeUnit.MILLISECONDS.toNanos(appendTakes);
    }

    @Override
    public void keep(Entry.Source source) {
      done.add(now() + ": keep");
    }

    @Override
    public void commit() {
      done.add(now() + ": commit");
      now += TimeUnit.MILLISECONDS.toNanos(commitTakes);
    }

    @Override
    public void endGroup() {
      done.add(now() + ": end group");
    }
  }
}
