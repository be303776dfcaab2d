package io.noetl.adapters.playbook.template.value;

/** An evaluation that failed. It carries no stack trace: it tells about the template, not about the code. */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int at;

  /** The place is that of the expression being evaluated. */
  public EvaluationException(String message) {
    this(message, -1);
  }

  /** {@code at} is the offset of the place in the normalised source. */
  public EvaluationException(String message, int at) {
    super(message, null, false, false);
    this.at = at;
  }

  /** The offset of the place, or -1 for that of the expression being evaluated. */
  public int at() {
    return at;
  }

  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
