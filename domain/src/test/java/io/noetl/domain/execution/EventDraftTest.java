package io.noetl.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDraftTest {

  private static final Instant BEGIN = Instant.parse("2025-01-01T23:59:59.999999Z");

  /** Whole seconds and a fraction that are rounded one after the other tell the second as 1.2109429999999999. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-01T23:59:59.999999Z, 0.0",
    "2025-01-02T00:00:01.210942Z, 1.210943",
    "2025-01-02T00:00:00Z, 0.000001",
    "2025-01-02T00:06:26.690008Z, 386.690009",
    "2125-01-02T00:00:00.000000Z, 3155673600.000001"
  })
  void a_duration_is_the_double_nearest_to_its_microseconds(Instant end, double seconds) {
    assertThat(complete().since(BEGIN).happened("e", 1, end, "w").duration()).isEqualTo(seconds);
  }

  @Test
  void an_event_that_ends_nothing_has_no_duration() {
    assertThat(complete().happened("e", 1, BEGIN, "w").duration()).isNull();
  }

  private static EventDraft complete() {
    return EventDraft.of(EventType.STEP_RESULT, new Node("p.s", "s", "step.http"), Status.SUCCESS, 0);
  }
}
