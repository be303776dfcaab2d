package io.noetl.adapters.playbook.template.syntax;

/** The text of a template as the grammar sees it, and the places in it. */
public final class Source {

  private Source() {}

  /** Line breaks become {@code \n} and one of them at the very end is dropped, as Jinja does. */
  public static String normalised(String text) {
    String unified = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return unified.endsWith("\n") ? unified.substring(0, unified.length() - 1) : unified;
  }

  /** The offset in {@code text} of what stands at the offset {@code at} of its normalised form. */
  public static int offset(String text, int at) {
    int dropped = 0;
    for (int i = text.indexOf("\r\n"); i >= 0 && i - dropped < at; i = text.indexOf("\r\n", i + 2)) {
      dropped++;
    }
    return at + dropped;
  }
}
