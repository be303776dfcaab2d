package io.noetl.interop;

/** A reader found something else than is expected. */
final class DifferenceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DifferenceException(String message) {
    super(message);
  }
}
