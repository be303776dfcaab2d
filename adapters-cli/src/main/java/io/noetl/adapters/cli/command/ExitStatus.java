package io.noetl.adapters.cli.command;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.OperationException;
import io.noetl.application.error.StoreException;

/** The exit statuses of the program. */
public final class ExitStatus {

  public static final int SUCCESS = 0;

  /** The playbook failed, or noetl itself has a defect. */
  public static final int FAILED = 1;

  /** Bad usage, playbook or payload, or a missing interpreter: nothing ran. */
  public static final int USAGE = 2;

  /** An input file, an export or a verification failed. */
  public static final int FILE = 3;

  /** The store cannot be opened, read or written. */
  public static final int STORE = 4;

  public static final int INTERRUPTED = 130;

  private ExitStatus() {}

  /** The status of an operation that cannot be done. */
  public static int of(OperationException problem) {
    return switch (problem) {
      case InvalidRequestException invalid -> USAGE;
      case InputException input -> FILE;
      case ExportException export -> FILE;
      case StoreException store -> STORE;
    };
  }
}
