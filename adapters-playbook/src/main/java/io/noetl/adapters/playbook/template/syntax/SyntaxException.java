package io.noetl.adapters.playbook.template.syntax;

/** A template that breaks the grammar. It carries no stack trace: it tells about the template, not about the code. */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int at;

  /** {@code at} is the offset of the offending place in the normalised source. */
  public SyntaxException(String message, int at) {
    super(message, null, false, false);
    this.at = at;
  }

  public int at() {
    return at;
  }

  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
