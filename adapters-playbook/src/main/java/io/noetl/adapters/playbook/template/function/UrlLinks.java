package io.noetl.adapters.playbook.template.function;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code urlize}: web and mail addresses of a text as HTML links. Each word is looked at alone. */
final class UrlLinks {

  /** {@code http(s)://…} or {@code www.…}, or a name under a well-known domain. */
  private static final Pattern WEB = Pattern.compile(
      "^((https?://|www\\.)(([\\w%-]+\\.)+)?([a-z]{2,63}|xn--[\\w%]{2,59})|([\\w%-]{2,63}\\.)+(com|net|int|edu|gov|org|info|mil)"
          + "|(https?://)((([\\d]{1,3})(\\.[\\d]{1,3}){3})|(\\[([\\da-f]{0,4}:){2}([\\da-f]{0,4}:?){1,6}\\])))"
          + "(?::[\\d]{1,5})?(?:[/?#]\\S*)?$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL = Pattern.compile("^\\S+@\\w[\\w.-]*\\.\\w+$");
  private static final Pattern WORDS = Pattern.compile("\\s+|\\S+");
  private static final Pattern HEAD = Pattern.compile("^([(<]|&lt;)+");
  private static final Pattern TAIL = Pattern.compile("([)>.,\n]|&gt;)+$");
  private static final Pattern SCHEME = Pattern.compile("^([\\w.+-]{2,}:(/){0,2})$");
  private static final String[][] BRACKETS = {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};

  private final Rendering rendering;
  private final Bound arguments;
  private final String attributes;
  private final List<String> schemes = new ArrayList<>();

  UrlLinks(Rendering rendering, Bound arguments) {
    this.rendering = rendering;
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
      if (!(scheme instanceof PyText text) || !SCHEME.matcher(text.value()).matches()) {
        throw new EvaluationException("'urlize' needs URI schemes such as 'ftp:' as its argument 'extra_schemes'");
      }
      schemes.add(text.value());
    }
  }

  /** {@code markup} is what may stand in HTML already. */
  String linked(String markup) {
    StringBuilder out = new StringBuilder();
    Matcher words = WORDS.matcher(markup);
    while (words.find()) {
      rendering.step();
      String word = words.group();
      if (word.length() > 10_000) {
        throw new EvaluationException("'urlize' takes words of at most 10000 characters");
      }
      out.append(Character.isWhitespace(word.charAt(0)) ? word : linkedWord(word));
      rendering.length(out.length());
    }
    return out.toString();
  }

  private String linkedWord(String word) {
    Matcher headMatch = HEAD.matcher(word);
    String head = headMatch.find() ? headMatch.group() : "";
    String middle = word.substring(head.length());
    String tail = "";
    if (middle.endsWith(")") || middle.endsWith(">") || middle.endsWith(".") || middle.endsWith(",")
        || middle.endsWith("\n") || middle.endsWith("&gt;")) {
      Matcher tailMatch = TAIL.matcher(middle);
      if (tailMatch.find()) {
        tail = tailMatch.group();
        middle = middle.substring(0, tailMatch.start());
      }
    }
    for (String[] pair : BRACKETS) {
      int missing = count(middle, pair[0]) - count(middle, pair[1]);
      for (int i = Math.min(missing, count(tail, pair[1])); i > 0; i--) {
        int end = tail.indexOf(pair[1]) + pair[1].length();
        middle += tail.substring(0, end);
        tail = tail.substring(end);
      }
    }
    return head + link(middle) + tail;
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private String link(String text) {
    if (WEB.matcher(text).find()) {
      boolean complete = text.startsWith("https://") || text.startsWith("http://");
      return "<a href=\"" + (complete ? "" : "https://") + text + "\"" + attributes + ">" + shortened(text) + "</a>";
    }
    if (text.startsWith("mailto:") && MAIL.matcher(text.substring(7)).find()) {
      return "<a href=\"" + text + "\">" + text.substring(7) + "</a>";
    }
    if (text.contains("@") && !text.startsWith("www.") && text.indexOf(':') < 0 && MAIL.matcher(text).find()) {
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
