package io.noetl.adapters.cli.query;

/** Nobody reads the answer any more, so that there is no point in going on. */
final class OutputClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputClosedException() {
    super("standard output was closed", null, false, false);
  }
}
