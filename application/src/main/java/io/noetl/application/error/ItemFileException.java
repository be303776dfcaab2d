package io.noetl.application.error;

/**
 * A file of items that cannot be read, or not on. The message says in one line what is wrong, and with which line or row,
 * but not with which file: whoever asked for it knows its name.
 */
public final class ItemFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public ItemFileException(String message) {
    super(message, null, false, false);
  }

  /** What is wrong, in one line. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
