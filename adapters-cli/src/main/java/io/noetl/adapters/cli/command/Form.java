package io.noetl.adapters.cli.command;

/** The form of an answer on stdout. */
public enum Form {
  /** Lines for people. */
  PLAIN,
  /** One JSON value. */
  JSON;

  /** Reads the option {@code -o}. */
  public static final class Converter extends Choices<Form> {
    public Converter() {
      super(Form.class);
    }
  }
}
