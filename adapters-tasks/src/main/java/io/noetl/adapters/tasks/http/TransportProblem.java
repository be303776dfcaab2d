package io.noetl.adapters.tasks.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why there was no response. */
final class TransportProblem {

  private TransportProblem() {}

  static String describe(Throwable problem, URI url) {
    LimitedBody.TooLarge tooLarge = cause(problem, LimitedBody.TooLarge.class);
    if (tooLarge != null) {
      return String.valueOf(tooLarge.getMessage());
    }
    if (cause(problem, UnresolvedAddressException.class) != null || cause(problem, UnknownHostException.class) != null) {
      return "unknown host '" + url.getHost() + "'";
    }
    SSLException tls = cause(problem, SSLException.class);
    if (tls != null) {
      return "TLS failed: " + deepestMessage(tls);
    }
    ConnectException connect = cause(problem, ConnectException.class);
    if (connect != null) {
      String reason = connect.getMessage();
      return reason == null || reason.equals("Connection refused") ? "the connection was refused" : oneLine(reason);
    }
    String message = deepestMessage(problem);
    return message.toLowerCase(Locale.ROOT).contains("reset")
        ? "the connection was reset"
        : endedEarly(problem, message)
            ? "the connection was closed before the response was complete"
            : message;
  }

  private static boolean endedEarly(Throwable problem, String message) {
    return cause(problem, EOFException.class) != null
        || cause(problem, ClosedChannelException.class) != null
        || message.contains("received no bytes")
        || message.contains("bytes received")
        || message.contains("chunked transfer encoding, state")
        || message.contains("EOF reached");
  }

  private static <T extends Throwable> @Nullable T cause(Throwable problem, Class<T> type) {
    for (Throwable at = problem; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  /** The message nearest to the root of the problem, on one line. */
  private static String deepestMessage(Throwable problem) {
    String message = problem.getClass().getSimpleName();
    for (Throwable at = problem; at != null; at = at.getCause()) {
      if (at.getMessage() != null && !at.getMessage().isBlank()) {
        message = at.getMessage();
      }
    }
    return oneLine(message);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}
