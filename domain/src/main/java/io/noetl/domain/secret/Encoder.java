package io.noetl.domain.secret;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A way in which a template, a task or a log writes a text that is to stand inside another text. */
enum Encoder {

  /** JSON as {@code json.dumps} writes it: ASCII alone. */
  JSON_ASCII {
    @Override
    String encode(String text) {
      return json(text, true, "");
    }
  },

  /** JSON with other characters than ASCII as they are. */
  JSON {
    @Override
    String encode(String text) {
      return json(text, false, "");
    }
  },

  /** JSON with {@code \/}. */
  JSON_SLASH {
    @Override
    String encode(String text) {
      return json(text, false, "").replace("/", "\\/");
    }
  },

  /** JSON that may stand in HTML: {@code \}{@code u003c} for {@code <}. */
  JSON_HTML {
    @Override
    String encode(String text) {
      return json(text, true, "<>&'");
    }
  },

  /** A Python literal in single quotes. */
  PYTHON {
    @Override
    String encode(String text) {
      return python(text).replace("'", "\\'");
    }
  },

  /** A Python literal in double quotes. */
  PYTHON_DOUBLE {
    @Override
    String encode(String text) {
      return python(text);
    }
  },

  /** A literal in SQL. */
  SQL {
    @Override
    String encode(String text) {
      return text.replace("'", "''");
    }
  },

  /** HTML with numbered references for quotes, as the filter {@code escape} writes it. */
  HTML {
    @Override
    String encode(String text) {
      return html(text, "&#39;", "&#34;");
    }
  },

  /** HTML with named references for quotes. */
  HTML_NAMED {
    @Override
    String encode(String text) {
      return html(text, "&#x27;", "&quot;");
    }
  },

  /** HTML with the quotes as they are. */
  HTML_TEXT {
    @Override
    String encode(String text) {
      return html(text, "'", "\"");
    }
  },

  /** A path in a URL, as the filter {@code urlencode} writes it. */
  URL_PATH {
    @Override
    String encode(String text) {
      return percent(text, "-._~/", "%20");
    }
  },

  /** A part of a URL with nothing left as it is but the unreserved characters of RFC 3986. */
  URL {
    @Override
    String encode(String text) {
      return percent(text, "-._~", "%20");
    }
  },

  /** A query as {@code quote_plus} writes it. */
  URL_PLUS {
    @Override
    String encode(String text) {
      return percent(text, "-._~", "+");
    }
  },

  /** A form, as the URL standard serializes it. */
  FORM {
    @Override
    String encode(String text) {
      return percent(text, "-._*", "+");
    }
  },

  /** As {@code encodeURIComponent} writes it. */
  URL_COMPONENT {
    @Override
    String encode(String text) {
      return percent(text, "-._~!*'()", "%20");
    }
  };

  abstract String encode(String text);

  private static String json(String text, boolean ascii, String more) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean escaped = c < ' ' || (ascii && c > '~') || more.indexOf(c) >= 0;
          out.append(escaped ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
      }
    }
    return out.toString();
  }

  private static String python(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean escaped = c < ' ' || (c >= 0x7f && c <= 0xa0) || c == 0xad;
          out.append(escaped ? String.format(Locale.ROOT, "\\x%02x", (int) c) : String.valueOf(c));
        }
      }
    }
    return out.toString();
  }

  private static String html(String text, String single, String twofold) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", single)
        .replace("\"", twofold);
  }

  private static String percent(String text, String safe, String space) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = isAlphanumeric(c) || safe.indexOf(c) >= 0;
      if (c == ' ') {
        out.append(space);
      } else if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  /** Whether it is a letter or digit of ASCII. */
  static boolean isAlphanumeric(char c) {
    return Character.isLetterOrDigit(c) && c < 128;
  }
}
