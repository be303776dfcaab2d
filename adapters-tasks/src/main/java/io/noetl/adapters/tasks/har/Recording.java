package io.noetl.adapters.tasks.har;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recorded answers by request; those of the same request in their order. Safe for use by several threads. */
final class Recording {

  /** The answers of one request. */
  private static final class Answers {
    final String shown;
    final Deque<RecordedAnswer> left = new ArrayDeque<>();
    int recorded;

    Answers(String shown) {
      this.shown = shown;
    }
  }

  /** What a recording has for a request. */
  sealed interface Found {

    record Answer(RecordedAnswer answer) implements Found {}

    /** All answers of the request have been given already. */
    record UsedUp(int recorded) implements Found {}

    /** The request was not recorded; the nearest one that was, if there is any. */
    record Unknown(Optional<String> nearest) implements Found {}
  }

  private final Map<RequestKey, Answers> answers = new LinkedHashMap<>();

  /**
   * Adds an answer.
   *
   * @param shown the request as messages show it
   */
  synchronized void add(RequestKey request, String shown, RecordedAnswer answer) {
    Answers known = answers.computeIfAbsent(request, key -> new Answers(shown));
    known.left.add(answer);
    known.recorded++;
  }

  /** Takes the next answer of a request. */
  synchronized Found take(RequestKey request) {
    Answers known = answers.get(request);
    if (known == null) {
      return new Found.Unknown(nearest(request));
    }
    RecordedAnswer next = known.left.poll();
    return next == null ? new Found.UsedUp(known.recorded) : new Found.Answer(next);
  }

  private Optional<String> nearest(RequestKey request) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<RequestKey, Answers> known : answers.entrySet()) {
      int distance = known.getKey().distance(request);
      if (distance < least) {
        least = distance;
        boolean bodyOnly = distance == RequestKey.OTHER_BODY;
        nearest = known.getValue().shown + (bodyOnly ? " with another body" : "");
      }
    }
    return Optional.ofNullable(nearest);
  }
}
