package io.noetl.application.run;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.OperationException;
import io.noetl.application.error.StoreException;
import org.jspecify.annotations.Nullable;

/** What went wrong, without the secrets of the run: the same problem where none of its messages holds any. */
final class RedactedProblem {

  private final KnownSecrets secrets;

  RedactedProblem(KnownSecrets secrets) {
    this.secrets = secrets;
  }

  /** The same kind of problem. */
  RuntimeException of(RuntimeException problem) {
    return isClean(problem) ? problem : traced(problem, rebuilt(problem));
  }

  /** The same kind of problem; null for none. */
  @Nullable OperationException ofOptional(@Nullable OperationException problem) {
    return problem == null || isClean(problem) ? problem : traced(problem, rebuilt(problem));
  }

  private RuntimeException rebuilt(RuntimeException problem) {
    return problem instanceof OperationException operation
        ? rebuilt(operation)
        : new IllegalStateException(secrets.text(problem.toString()), cause(problem));
  }

  private OperationException rebuilt(OperationException problem) {
    String message = secrets.text(String.valueOf(problem.getMessage()));
    String remedy = secrets.text(problem.remedy());
    Throwable cause = cause(problem);
    return switch (problem) {
      case InvalidRequestException invalid -> new InvalidRequestException(message, remedy, cause);
      case InputException input -> new InputException(message, remedy, cause);
      case ExportException export -> new ExportException(message, remedy, cause);
      case StoreException store -> new StoreException(message, remedy, cause);
    };
  }

  private @Nullable Throwable cause(Throwable problem) {
    Throwable cause = problem.getCause();
    if (cause == null || isClean(cause)) {
      return cause;
    }
    return traced(cause, new IllegalStateException(secrets.text(cause.toString()), cause(cause)));
  }

  private <T extends Throwable> T traced(Throwable problem, T rebuilt) {
    rebuilt.setStackTrace(problem.getStackTrace());
    for (Throwable suppressed : problem.getSuppressed()) {
      rebuilt.addSuppressed(
          isClean(suppressed)
              ? suppressed
              : traced(suppressed, new IllegalStateException(secrets.text(suppressed.toString()), cause(suppressed))));
    }
    return rebuilt;
  }

  private boolean isClean(Throwable problem) {
    String text = problem.toString();
    String remedy = problem instanceof OperationException operation ? operation.remedy() : "";
    boolean own = secrets.text(text).equals(text) && secrets.text(remedy).equals(remedy);
    Throwable cause = problem.getCause();
    if (!own || (cause != null && !isClean(cause))) {
      return false;
    }
    for (Throwable suppressed : problem.getSuppressed()) {
      if (!isClean(suppressed)) {
        return false;
      }
    }
    return true;
  }
}
