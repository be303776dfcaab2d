package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.regex.Flags;
import io.noetl.adapters.playbook.template.regex.Matcher;
import io.noetl.adapters.playbook.template.regex.RegularExpression;
import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code urlize}: web and mail addresses of a text as HTML links. Each word is looked at alone. */
final class UrlLinks {

  /** {@code http(s)://…} or {@code www.…}, or a name under a well-known domain. */
  private static final String WEB =
      "^((https?://|www\\.)(([\\w%-]+\\.)+)?([a-z]{2,63}|xn--[\\w%]{2,59})|([\\w%-]{2,63}\\.)+(com|net|int|edu|gov|org|info|mil)"
          + "|(https?://)((([\\d]{1,3})(\\.[\\d]{1,3}){3})|(\\[([\\da-f]{0,4}:){2}([\\da-f]{0,4}:?){1,6}\\])))"
          + "(?::[\\d]{1,5})?(?:[/?#]\\S*)?$";
  private static final String MAIL = "^\\S+@\\w[\\w.-]*\\.\\w+$";
  private static final String WORDS = "\\s+|\\S+";
  private static final String HEAD = "^([(<]|&lt;)+";
  private static final String TAIL = "([)>.,\n]|&gt;)+$";
  private static final String SCHEME = "^([\\w.+-]{2,}:(/){0,2})$";
  private static final String[][] BRACKETS = {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};

  private final Rendering rendering;
  private final Bound arguments;
  private final String attributes;
  private final List<String> schemes = new ArrayList<>();
  private final RegularExpression web;
  private final RegularExpression mail;
  private final RegularExpression words;
  private final RegularExpression head;
  private final RegularExpression tail;

  UrlLinks(Rendering rendering, Bound arguments) {
    this.rendering = rendering;
    this.web = expression(WEB);
    this.mail = expression(MAIL);
    this.words = expression(WORDS);
    this.head = expression(HEAD);
    this.tail = expression(TAIL);
    this.arguments = arguments;
    TreeSet<String> relations = new TreeSet<>(List.of("noopener"));
    if (arguments.unlessNone(3) != null) {
      relations.addAll(List.of(arguments.text(3).trim().split("\\s+", -1)));
    }
    if (arguments.flag(1, false)) {
      relations.add("nofollow");
    }
    relations.remove("");
    String target = !arguments.flag(2, false) ? ""
        : " target=\"" + Markup.escape(Printing.text(rendering, arguments.value(2))) + "\"";
    this.attributes = " rel=\"" + Markup.escape(String.join(" ", relations)) + "\"" + target;
    PyValue extra = arguments.unlessNone(4);
    for (PyValue scheme : extra == null ? List.<PyValue>of() : Sequences.list(rendering, extra)) {
      if (!(scheme instanceof PyText text) || !expression(SCHEME).matcher(rendering, text.value()).find()) {
        throw new EvaluationException("'urlize' needs URI schemes such as 'ftp:' as its argument 'extra_schemes'");
      }
      schemes.add(text.value());
    }
  }

  private RegularExpression expression(String pattern) {
    return RegularExpression.of(rendering, pattern, Flags.IGNORE_CASE);
  }

  private Matcher matcher(RegularExpression expression, String text) {
    return expression.matcher(rendering, text);
  }

  /** {@code markup} is what may stand in HTML already. */
  String linked(String markup) {
    StringBuilder out = new StringBuilder();
    Matcher found = matcher(words, markup);
    while (found.find()) {
      rendering.step();
      String word = markup.substring(found.start(), found.end());
      if (word.length() > 10_000) {
        throw new EvaluationException("'urlize' takes words of at most 10000 characters");
      }
      out.append(Character.isWhitespace(word.charAt(0)) ? word : linkedWord(word));
      rendering.length(out.length());
    }
    return out.toString();
  }

  private String linkedWord(String word) {
    Matcher headMatch = matcher(head, word);
    String before = headMatch.find() ? word.substring(0, headMatch.end()) : "";
    String middle = word.substring(before.length());
    String after = "";
    if (middle.endsWith(")") || middle.endsWith(">") || middle.endsWith(".") || middle.endsWith(",")
        || middle.endsWith("\n") || middle.endsWith("&gt;")) {
      Matcher tailMatch = matcher(tail, middle);
      if (tailMatch.find()) {
        after = middle.substring(tailMatch.start());
        middle = middle.substring(0, tailMatch.start());
      }
    }
    for (String[] pair : BRACKETS) {
      int missing = count(middle, pair[0]) - count(middle, pair[1]);
      for (int i = Math.min(missing, count(after, pair[1])); i > 0; i--) {
        int end = after.indexOf(pair[1]) + pair[1].length();
        middle += after.substring(0, end);
        after = after.substring(end);
      }
    }
    return before + link(middle) + after;
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private String link(String text) {
    if (matcher(web, text).find()) {
      boolean complete = text.startsWith("https://") || text.startsWith("http://");
      return "<a href=\"" + (complete ? "" : "https://") + text + "\"" + attributes + ">" + shortened(text) + "</a>";
    }
    if (text.startsWith("mailto:") && matcher(mail, text.substring(7)).find()) {
      return "<a href=\"" + text + "\">" + text.substring(7) + "</a>";
    }
    if (text.contains("@") && !text.startsWith("www.") && text.indexOf(':') < 0 && matcher(mail, text).find()) {
      return "<a href=\"mailto:" + text + "\">" + text + "</a>";
    }
    for (String scheme : schemes) {
      if (!text.equals(scheme) && text.startsWith(scheme)) {
        return "<a href=\"" + text + "\"" + attributes + ">" + text + "</a>";
      }
    }
    return text;
  }

  private String shortened(String text) {
    int limit = arguments.unlessNone(0) == null ? -1 : arguments.integer(0);
    return limit >= 0 && CodePoints.length(text) > limit ? CodePoints.substring(text, 0, limit) + "..." : text;
  }
}
