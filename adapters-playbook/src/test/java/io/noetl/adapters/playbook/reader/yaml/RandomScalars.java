package io.noetl.adapters.playbook.reader.yaml;

import java.util.List;
import java.util.Random;

/** Random YAML files of one scalar, in which words such as {@code Q7Q} stand that are nowhere else in the file. */
final class RandomScalars {

  enum Style { PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LITERAL, FOLDED }

  private static final List<String> ESCAPES =
      List.of(
          "\\0", "\\a", "\\b", "\\t", "\\n", "\\v", "\\f", "\\r", "\\e", "\\ ", "\\\"", "\\\\", "\\N", "\\_", "\\L", "\\P",
          "\\x41", "\\u263A", "\\ud83d\\ude00", "\\U0001F600", "\\\n", "\\\n  ", "\\\n\t \n ", "'", "\\r\\n");

  private static final List<String> WORDS =
      List.of("b", "cd", "é", "😀", "x'y", "x\"y", "x\\y", "x:y", "x#y", "-", "{{", "}}", "x\uFEFFy", "\u00A0", ":", "?x");

  private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\r", "\u0085", "\u2028");

  private static final List<String> BEFORE =
      List.of(
          "k: ", "k:   ", "k:\n  ", "k:\n  l: ", "k:\n- ", "- - ", "- k: ", "", "--- ", "k: !!str ", "k: &a ", "k: &a !!str #c\n  ",
          "😀: ", "'q''r': ", "{k: ", "[", "{k: &a ", "[\n ");

  private final Random random;
  private int words;

  RandomScalars(Random random) {
    this.random = random;
  }

  /** A file that may not be YAML. */
  String file(Style style) {
    words = 0;
    String before = one(BEFORE);
    String scalar =
        switch (style) {
          case PLAIN -> word() + joined(12, List.of(), false);
          case SINGLE_QUOTED -> "'" + joined(12, List.of("''", "''''", "\"", "\\"), true) + "'";
          case DOUBLE_QUOTED -> "\"" + joined(12, ESCAPES, true) + "\"";
          case LITERAL -> block('|');
          case FOLDED -> block('>');
        };
    String end = one(List.of("", "\n", "  # end\n", "\n\n"));
    String after = before.startsWith("{") ? "}" : before.startsWith("[") ? "]" : end;
    return (before + scalar + after).replace("\n", one(LINE_ENDS));
  }

  private String joined(int most, List<String> escapes, boolean quoted) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> out.append(space(quoted));
        case 1 -> out.append(escapes.isEmpty() ? space(false) : one(escapes));
        case 2 -> out.append(word());
        default -> out.append(quoted ? one(WORDS).replaceAll("['\"\\\\]", "") : one(WORDS));
      }
    }
    return out.toString();
  }

  private String space(boolean quoted) {
    String ends = "\n".repeat(random.nextInt(4) == 0 ? 2 + random.nextInt(2) : random.nextInt(2));
    String indentation = ends.isEmpty() ? "" : " ".repeat((quoted ? 0 : 4) + random.nextInt(4));
    String blanks = one(List.of("", "", " ", "  ", "\t", " \t "));
    return blanks + ends + indentation + (quoted ? one(List.of("", "", "\t", " \t")) : "");
  }

  private String block(char sign) {
    int indentation = 4 + random.nextInt(3);
    String digit = random.nextInt(3) == 0 ? String.valueOf(1 + random.nextInt(4)) : "";
    String chomping = one(List.of("", "-", "+"));
    StringBuilder out = new StringBuilder().append(sign);
    out.append(random.nextBoolean() ? digit + chomping : chomping + digit).append(one(List.of("", " ", "  # c")));
    for (int i = random.nextInt(8); i > 0; i--) {
      out.append('\n').append(blockLine(indentation));
    }
    return out.append(one(List.of("", "\n", "\n\n", "\n   \n", "\n \n\n"))).toString();
  }

  private String blockLine(int indentation) {
    int spaces = random.nextInt(5) == 0 ? random.nextInt(8) : indentation + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
    String line =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> "\t" + word();
          case 2 -> one(WORDS) + " " + word() + one(List.of("", " ", "\t"));
          default -> word() + one(WORDS);
        };
    return " ".repeat(spaces) + line;
  }

  private String word() {
    return "Q" + words++ + "Q";
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
