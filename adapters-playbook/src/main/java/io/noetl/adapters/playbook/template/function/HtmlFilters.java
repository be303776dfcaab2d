package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Filters for HTML and URLs. */
final class HtmlFilters {

  private HtmlFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("escape", (r, v, a) -> safe(r, Markup.escaped(TextFilters.text(r, v)).value()), 0)
        .alias("e", "escape")
        .addNamed("forceescape", (r, v, a) -> safe(r, Markup.escape(Printing.text(r, v))), 0)
        .addNamed("safe", (r, v, a) -> safe(r, Printing.text(r, v)), 0)
        .addNamed("striptags", (r, v, a) -> r.text(withoutTags(Printing.text(r, v))), 0)
        .addNamed("urlencode", HtmlFilters::urlEncoded, 0)
        .addNamed("xmlattr", HtmlFilters::attributes, 0, "autospace")
        .addNamed("urlize", (r, v, a) -> markup(r, new UrlLinks(r, a).linked(Markup.escaped(TextFilters.text(r, v)).value())), 0, "trim_url_limit",
            "nofollow", "target", "rel", "extra_schemes");
  }

  private static PyText safe(Rendering rendering, String text) {
    rendering.characters(text.length());
    return PyText.safe(text);
  }

  /** Markup where escaping is on. */
  private static PyText markup(Rendering rendering, String text) {
    return rendering.escapes() ? safe(rendering, text) : rendering.text(text);
  }

  private static String withoutTags(String text) {
    String plain = cut(cut(text, "<!--", "-->"), "<", ">");
    StringBuilder out = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (WhiteSpace.is(c)) {
        space = !out.isEmpty();
      } else {
        out.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return HtmlEntities.unescaped(out.toString());
  }

  private static String cut(String text, String open, String close) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int start = text.indexOf(open);
    while (start >= 0) {
      int end = text.indexOf(close, start);
      if (end < 0) {
        break;
      }
      out.append(text, at, start);
      at = end + close.length();
      start = text.indexOf(open, at);
    }
    return out.append(text, at, text.length()).toString();
  }

  private static PyValue urlEncoded(Rendering rendering, PyValue value, Bound arguments) {
    if (value instanceof PyText || !Sequences.isIterable(value)) {
      return rendering.text(UrlText.quoted(Printing.text(rendering, value), false));
    }
    List<String> pairs = new ArrayList<>();
    if (value instanceof PyDict dict) {
      for (PyDict.Entry entry : dict.entries()) {
        pairs.add(pair(rendering, entry.key(), entry.value()));
      }
    } else {
      Iterator<PyValue> elements = Sequences.iterator(rendering, value);
      while (elements.hasNext()) {
        List<PyValue> pair = Sequences.list(rendering, elements.next());
        if (pair.size() != 2) {
          throw new EvaluationException("'urlencode' needs pairs, found an element of length " + pair.size());
        }
        pairs.add(pair(rendering, pair.get(0), pair.get(1)));
      }
    }
    return rendering.text(String.join("&", pairs));
  }

  private static String pair(Rendering rendering, PyValue key, PyValue value) {
    return UrlText.quoted(Printing.text(rendering, key), true) + "=" + UrlText.quoted(Printing.text(rendering, value), true);
  }

  private static PyValue attributes(Rendering rendering, PyValue value, Bound arguments) {
    if (!(value instanceof PyDict dict)) {
      throw new EvaluationException("'xmlattr' needs a map, found " + value.described());
    }
    StringBuilder out = new StringBuilder();
    for (PyDict.Entry entry : dict.entries()) {
      if (entry.value() == PyNone.NONE || entry.value() instanceof PyUndefined) {
        continue;
      }
      if (!(entry.key() instanceof PyText name)) {
        throw new EvaluationException("'xmlattr' needs names that are strings, found " + entry.key().described());
      }
      String key = name.value();
      if (key.chars().anyMatch(c -> c == '/' || c == '>' || c == '=' || (c < 0x80 && WhiteSpace.is(c)))) {
        throw new EvaluationException("'xmlattr' cannot take '" + key + "' as the name of an attribute");
      }
      out.append(out.isEmpty() ? "" : " ").append(Markup.escape(key)).append("=\"")
          .append(Markup.escaped(TextFilters.text(rendering, entry.value())).value()).append('"');
      rendering.length(out.length());
    }
    boolean space = arguments.flag(0, true) && !out.isEmpty();
    return markup(rendering, space ? " " + out : out.toString());
  }
}
