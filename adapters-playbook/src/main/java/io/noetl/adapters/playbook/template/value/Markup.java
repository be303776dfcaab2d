package io.noetl.adapters.playbook.template.value;

import org.jspecify.annotations.Nullable;

/** HTML escaping as MarkupSafe does it. */
public final class Markup {

  private Markup() {}

  /** The text as markup; what is markup already stays. */
  public static PyText escaped(PyText text) {
    return text.safe() ? text : PyText.safe(escape(text.value()));
  }

  public static String escape(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        if (entity == null) {
          out.append(text.charAt(i));
        } else {
          out.append(entity);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  private static @Nullable String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&#34;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
