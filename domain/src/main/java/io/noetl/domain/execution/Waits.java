package io.noetl.domain.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what an execution waits for: the next time at which something is due, and the tasks that are to be ended. */
final class Waits {

  private final List<Instant> due = new ArrayList<>();
  private final List<String> doomed = new ArrayList<>();

  private Waits() {}

  static Waits of(Moment moment) {
    Waits waits = new Waits();
    Duration timeout = moment.plan().playbook().policy().timeout();
    if (timeout != null && !moment.doomed() && moment.state().phase() != ExecutionState.Phase.FINALLY) {
      waits.due.add(moment.state().startedAt().plus(timeout));
    }
    waits.look(moment, moment.state().root());
    return waits;
  }

  /** When something is due next; null when only tasks are awaited. */
  @Nullable Instant next() {
    return due.stream().min(Instant::compareTo).orElse(null);
  }

  /** The nodes of the tasks that run although their scope is being wound down. */
  List<String> doomed() {
    return doomed;
  }

  private void look(Moment moment, Frame frame) {
    switch (frame.activity()) {
      case Activity.Running running -> {
        if (moment.doomed() || Deadlines.missed(moment, running.visit()) != null) {
          doomed.add(running.node());
        } else {
          await(Deadlines.of(running.visit()));
        }
      }
      case Activity.Waiting waiting -> {
        await(waiting.until());
        await(Deadlines.of(waiting.visit()));
      }
      case Activity.Looping looping -> {
        Moment inside = moment.inside(looping);
        if (!inside.doomed()) {
          await(Deadlines.of(looping.visit()));
        }
        looping.loop().active().forEach((index, iteration) -> look(inside, iteration));
      }
      case Activity.Idle idle -> {}
      case Activity.Entering entering -> {}
      case Activity.Stepping stepping -> {}
      case Activity.Finished finished -> {}
      case Activity.Failing failing -> {}
    }
  }

  private void await(@Nullable Instant time) {
    if (time != null) {
      due.add(time);
    }
  }
}
