package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.testkit.store.SampleExecution;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EntryQueueTest {

  @Test
  void entries_come_out_in_order_and_together() throws InterruptedException {
    EntryQueue queue = new EntryQueue(10, 1_000);
    queue.put(entry(1));
    queue.put(entry(2));

    assertThat(queue.takeAll(Long.MAX_VALUE)).containsExactly(entry(1), entry(2));
    assertThat(queue.takeAll(1)).isEmpty();
  }

  @Test
  void whoever_adds_waits_while_there_are_too_many() throws InterruptedException {
    EntryQueue queue = new EntryQueue(2, 1_000);
    queue.put(entry(1));
    queue.put(entry(1));

    assertWaitsUntilTaken(queue, entry(1));
  }

  @Test
  void whoever_adds_waits_while_too_much_is_there() throws InterruptedException {
    EntryQueue queue = new EntryQueue(10, 1_000);
    queue.put(entry(999));

    assertWaitsUntilTaken(queue, entry(2));
  }

  @Test
  void an_entry_beyond_the_bound_is_let_in_alone() throws InterruptedException {
    EntryQueue queue = new EntryQueue(10, 1_000);

    assertThat(queue.put(entry(5_000))).isTrue();
    assertWaitsUntilTaken(queue, entry(1));
  }

  @Test
  void a_closed_queue_takes_nothing_and_lets_go_who_waits() throws InterruptedException {
    EntryQueue queue = new EntryQueue(1, 1_000);
    queue.put(entry(1));
    AtomicBoolean taken = new AtomicBoolean(true);
    Thread adder = Thread.ofPlatform().start(() -> taken.set(queue.put(entry(1))));
    awaitWaiting(adder);

    queue.close();
    adder.join();

    assertThat(taken).isFalse();
    assertThat(queue.put(entry(1))).isFalse();
    assertThat(queue.takeAll(1)).isEmpty();
  }

  private static void assertWaitsUntilTaken(EntryQueue queue, Entry entry) throws InterruptedException {
    AtomicBoolean taken = new AtomicBoolean();
    Thread adder = Thread.ofPlatform().start(() -> taken.set(queue.put(entry)));
    awaitWaiting(adder);
    assertThat(taken).isFalse();

    queue.takeAll(1);
    adder.join();

    assertThat(taken).isTrue();
    assertThat(queue.takeAll(1)).containsExactly(entry);
  }

  private static void awaitWaiting(Thread thread) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(Instant.now()).as("the thread waits").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static Entry entry(long size) {
    return new Entry.Row(SampleExecution.events("e1").getFirst(), 0, size);
  }
}
