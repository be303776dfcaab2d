package io.noetl.application.port;

/**
 * What an examination found.
 *
 * @param subject what was looked at: {@code Java}, {@code python3}
 * @param state how it stands
 * @param detail what is there, or what is wrong, in one line
 * @param remedy what to do about it; empty where it is fine
 */
public record Finding(String subject, State state, String detail, String remedy) {

  /** How a thing stands. */
  public enum State {
    /** It is as it should be. */
    FINE,
    /** Runs work, but not all of them, or not for long. */
    DOUBTFUL,
    /** What needs it is refused. */
    MISSING
  }

  public static Finding fine(String subject, String detail) {
    return new Finding(subject, State.FINE, detail, "");
  }

  public static Finding doubtful(String subject, String detail, String remedy) {
    return new Finding(subject, State.DOUBTFUL, detail, remedy);
  }

  public static Finding missing(String subject, String detail, String remedy) {
    return new Finding(subject, State.MISSING, detail, remedy);
  }
}
