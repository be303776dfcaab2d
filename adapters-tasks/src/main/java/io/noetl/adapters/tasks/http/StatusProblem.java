package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Says on one line what a response that is no success means, what to do, and what the server says itself. */
final class StatusProblem {

  /** How much of the body is shown, in characters. */
  private static final int SHOWN = 120;

  private StatusProblem() {}

  static String describe(HttpCall call, HttpAnswer answer, Optional<Duration> retryAfter) {
    String words = StatusText.of(answer.status());
    String status = "status " + answer.status() + (words.isEmpty() ? "" : " " + words);
    return status + advice(call, answer) + wait(answer, retryAfter) + said(call, answer.content());
  }

  /** What is wrong with a response without the file that it was to bring. */
  static String notSaved(HttpAnswer answer) {
    String reason = answer.status() < 400 && Header.first(answer.headers(), "location").isPresent()
        ? "; the redirect was not followed, and there is nothing to save; allow more 'redirects'"
        : "; there is nothing to save";
    return "status " + answer.status() + " " + StatusText.of(answer.status()) + reason;
  }

  private static String advice(HttpCall call, HttpAnswer answer) {
    boolean anonymous = call.headers().stream().noneMatch(header -> Credentials.names(header.name()));
    return switch (answer.status()) {
      case 401 -> anonymous ? "; it wants credentials: give 'auth'" : "; check the credentials";
      case 403 -> anonymous ? "; it may want credentials: give 'auth'" : "; the credentials do not allow this";
      case 404, 410 -> "; check the path and the parameters of the endpoint";
      case 405 -> "; check the method" + allowed(answer);
      case 407 -> "; the proxy wants credentials";
      case 429 -> "; ask less often: set 'rate'";
      default -> "";
    };
  }

  private static String allowed(HttpAnswer answer) {
    return Header.first(answer.headers(), "allow").map(methods -> ", it takes " + methods).orElse("");
  }

  private static String wait(HttpAnswer answer, Optional<Duration> retryAfter) {
    return answer.status() < 400 ? "" : retryAfter.map(time -> "; try again after " + Seconds.shown(time)).orElse("");
  }

  /** The beginning of a body that is text, on one line; pages for browsers say too little for their length. */
  private static String said(HttpCall call, Content content) {
    String type = content.type().toLowerCase(Locale.ROOT);
    if (!(content.isJson() || (type.startsWith("text/") && !type.startsWith("text/html")))) {
      return "";
    }
    String text = Credentials.without(call, content.text()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (text.isEmpty() || text.equals("{}")) {
      return "";
    }
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    return "; it says: " + text.substring(0, end) + (end < text.length() ? "…" : "");
  }
}
