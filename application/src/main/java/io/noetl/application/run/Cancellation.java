package io.noetl.application.run;

import java.util.ArrayList;
import java.util.List;

/** A wish to end a run early, made by any thread, once. */
public final class Cancellation {

  private final List<Runnable> reactions = new ArrayList<>();
  private boolean requested;

  /** Makes the wish known. Further calls do nothing. */
  public void request() {
    List<Runnable> due;
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      due = List.copyOf(reactions);
    }
    due.forEach(Runnable::run);
  }

  public synchronized boolean requested() {
    return requested;
  }

  /** Runs {@code reaction} when the wish is made, at once if it has been already. */
  public void whenRequested(Runnable reaction) {
    synchronized (this) {
      if (!requested) {
        reactions.add(reaction);
        return;
      }
    }
    reaction.run();
  }
}
