package io.noetl.adapters.playbook.template.value;

/**
 * A string. Python counts code points where Java counts UTF-16 code units; {@link CodePoints} translates.
 *
 * @param safe whether it is markup that needs no more escaping
 */
public record PyText(String value, boolean safe) implements PyValue {

  public static final PyText EMPTY = new PyText("", false);

  public static PyText of(String value) {
    return value.isEmpty() ? EMPTY : new PyText(value, false);
  }

  public static PyText safe(String value) {
    return new PyText(value, true);
  }

  @Override
  public String typeName() {
    return safe ? "Markup" : "str";
  }
}
