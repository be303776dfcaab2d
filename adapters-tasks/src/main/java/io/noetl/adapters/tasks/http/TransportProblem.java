package io.noetl.adapters.tasks.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why there was no response, and what to do about it. */
final class TransportProblem {

  /** How the JDK's client tells of a body that is shorter than it was announced. */
  private static final Pattern CUT_OFF = Pattern.compile("fixed content-length: ([0-9]+), bytes received: ([0-9]+)");

  private TransportProblem() {}

  static String describe(Throwable problem, URI url) {
    Transfer.Refused refused = cause(problem, Transfer.Refused.class);
    if (refused != null) {
      return String.valueOf(refused.getMessage());
    }
    if (cause(problem, UnresolvedAddressException.class) != null || cause(problem, UnknownHostException.class) != null) {
      return "unknown host '" + url.getHost() + "'; check its spelling, and that this machine resolves names";
    }
    SSLException tls = cause(problem, SSLException.class);
    if (tls != null) {
      return TlsProblem.describe(tls, url.getHost());
    }
    if (cause(problem, NoRouteToHostException.class) != null) {
      return "there is no route to '" + url.getHost() + "'; check the network";
    }
    ConnectException connect = cause(problem, ConnectException.class);
    return connect != null ? refused(connect, url) : broken(problem);
  }

  private static String refused(ConnectException problem, URI url) {
    String reason = problem.getMessage();
    return reason == null || reason.equals("Connection refused")
        ? "the connection was refused; nothing listens at '" + url.getRawAuthority() + "', or a firewall is between"
        : oneLine(reason);
  }

  private static String broken(Throwable problem) {
    String message = deepestMessage(problem);
    Matcher cutOff = CUT_OFF.matcher(allMessages(problem));
    if (message.toLowerCase(Locale.ROOT).contains("reset")) {
      return "the connection was reset";
    }
    if (cutOff.find()) {
      return "the connection was closed after " + cutOff.group(2) + " of the " + cutOff.group(1)
          + " bytes that Content-Length announced";
    }
    if (cause(problem, NumberFormatException.class) != null) {
      return "the response has a Content-Length that is no number";
    }
    if (message.startsWith("Too few bytes") || message.startsWith("Too many bytes")) {
      return "a file changed its length while it was sent";
    }
    return endedEarly(problem, message) ? "the connection was closed before the response was complete" : message;
  }

  private static boolean endedEarly(Throwable problem, String message) {
    return cause(problem, EOFException.class) != null
        || cause(problem, ClosedChannelException.class) != null
        || message.contains("received no bytes")
        || message.contains("bytes received")
        || message.contains("chunked transfer encoding, state")
        || message.contains("EOF reached");
  }

  static <T extends Throwable> @Nullable T cause(Throwable problem, Class<T> type) {
    for (Throwable at = problem; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  private static String allMessages(Throwable problem) {
    StringBuilder messages = new StringBuilder();
    for (Throwable at = problem; at != null; at = at.getCause()) {
      messages.append(at.getMessage()).append('\n');
    }
    return messages.toString();
  }

  /** The message nearest to the root of the problem, on one line. */
  static String deepestMessage(Throwable problem) {
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
