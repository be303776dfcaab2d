package io.noetl.adapters.playbook.template.value;

/**
 * A string. Python counts code points where Java counts UTF-16 code units; {@link CodePoints} translates.
 *
 * @param safe whether it is markup that needs no more escaping
 */
public record PyText(String value, boolean safe) implements PyValue {

  public static final PyText EMPTY = new PyText("", false);

  private static final PyText[] LATIN = latin();

  private static PyText[] latin() {
    PyText[] latin = new PyText[0x100];
    for (int c = 0; c < latin.length; c++) {
      latin[c] = new PyText(Character.toString(c), false);
    }
    return latin;
  }

  public static PyText of(String value) {
    return value.isEmpty() ? EMPTY : new PyText(value, false);
  }

  /** The text of one character; those of Latin-1 are kept. */
  static PyText ofCodePoint(int c) {
    return c < LATIN.length ? LATIN[c] : new PyText(Character.toString(c), false);
  }

  public static PyText safe(String value) {
    return new PyText(value, true);
  }

  @Override
  public String typeName() {
    return safe ? "Markup" : "str";
  }
}
