package io.noetl.adapters.parquet.verifier;

import java.io.UncheckedIOException;

/** Words for what parquet-java throws at damaged data. */
final class Damages {

  private Damages() {}

  /** A failure in one line: the innermost message, or the class where there is none. */
  static String text(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    String message = innermost.getMessage();
    String name = innermost.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : name + ": " + message.lines().findFirst().orElse("");
  }

  /** What a failure while reading means for the file. */
  static DamageException of(RuntimeException failure) {
    return switch (failure) {
      case DamageException damage -> damage;
      case UncheckedIOException io ->
          new DamageException(
              "it could not be read to its end (" + text(io) + ")",
              "check the disk, and that nothing changes the file meanwhile, then verify it again");
      default -> new DamageException("it cannot be decoded (" + text(failure) + ")");
    };
  }
}
