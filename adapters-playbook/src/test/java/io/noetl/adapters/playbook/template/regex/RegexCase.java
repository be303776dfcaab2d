package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Limits;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One case of {@code regex_cases.json}. */
final class RegexCase {

  private RegexCase() {}

  /** How the engine differs from Python on a case; empty where it does not. */
  static String difference(MapValue testCase) {
    Rendering rendering = rendering();
    RegularExpression expression;
    try {
      expression = RegularExpression.of(rendering, text(testCase, "pattern"), flags(text(testCase, "flags")));
    } catch (PatternException refused) {
      return has(testCase, "error") && refused.text().equals(text(testCase, "error")) ? "" : "error: " + refused.text();
    }
    String text = text(testCase, "text");
    Value matches = matches(expression.matcher(rendering, text), text);
    if (has(testCase, "error") || !matches.equals(testCase.valueOf("matches"))) {
      return "matches: " + JsonWriter.write(matches);
    }
    return replacementDifference(testCase, rendering, expression, text);
  }

  private static String replacementDifference(
      MapValue testCase, Rendering rendering, RegularExpression expression, String text) {
    Replacement replacement;
    try {
      replacement = Replacement.of(text(testCase, "replacement"), expression);
    } catch (PatternException refused) {
      boolean same = has(testCase, "replacement_error") && refused.text().equals(text(testCase, "replacement_error"));
      return same ? "" : "replacement error: " + refused.text();
    }
    StringBuilder out = new StringBuilder();
    Matcher matcher = expression.matcher(rendering, text);
    int at = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start());
      replacement.append(rendering, matcher, text, out);
      at = matcher.end();
    }
    out.append(text, at, text.length());
    boolean same = has(testCase, "replaced") && out.toString().equals(text(testCase, "replaced"));
    return same ? "" : "replaced: " + out;
  }

  static Rendering rendering() {
    Limits usual = Limits.DEFAULT;
    Limits patient = new Limits(1_000_000_000, usual.elements(), usual.textLength(), usual.totalText(), usual.depth(),
        usual.valueDepth(), usual.integerBits(), usual.savedPositions());
    return new Rendering(patient, new RenderContext(name -> null, Instant.EPOCH, 7, true), false);
  }

  private static Value matches(Matcher matcher, String text) {
    List<Value> matches = new ArrayList<>();
    while (matcher.find()) {
      List<Value> spans = new ArrayList<>();
      for (int group = 0; group <= matcher.groups(); group++) {
        spans.add(matcher.start(group) < 0 ? Value.NULL
            : Value.of(List.of(codePoints(text, matcher.start(group)), codePoints(text, matcher.end(group)))));
      }
      matches.add(Value.of(spans));
    }
    return Value.of(matches);
  }

  private static Value codePoints(String text, int offset) {
    return Value.of((long) text.codePointCount(0, offset));
  }

  private static int flags(String letters) {
    return letters.chars().map(letter -> Objects.requireNonNull(Flags.ofLetter(letter))).reduce(0, (a, b) -> a | b);
  }

  private static boolean has(MapValue testCase, String key) {
    return testCase.entries().containsKey(key);
  }

  private static String text(MapValue testCase, String key) {
    return ((TextValue) testCase.valueOf(key)).value();
  }
}
