package io.noetl.adapters.playbook.template.regex;

/** A pattern or replacement that breaks the grammar; the message is Python's, with the position where it knows one. */
public final class PatternException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PatternException(String message) {
    super(message, null, false, false);
  }

  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
