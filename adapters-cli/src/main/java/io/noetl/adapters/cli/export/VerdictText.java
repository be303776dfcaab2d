package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A verdict on a file, as a line and as JSON. */
final class VerdictText {

  private static final String PROVEN = "proven";
  private static final String UNPROVEN = "unproven";
  private static final String BAD = "bad";

  private VerdictText() {}

  static String line(Path path, Verdict verdict, Style style) {
    String file = LineText.of(path.toString()) + ": ";
    return switch (verdict) {
      case Verdict.Proven proven ->
          file
              + style.green(PROVEN)
              + ", %d rows, %d bytes, execution %s of %s"
                  .formatted(
                      proven.rows(), proven.bytes(), LineText.of(proven.executionId()), LineText.of(proven.playbook()));
      case Verdict.Unproven unproven ->
          file
              + style.yellow(UNPROVEN)
              + ", %d rows, %d bytes: %s".formatted(unproven.rows(), unproven.bytes(), LineText.of(unproven.reason()));
      case Verdict.Bad bad ->
          file
              + style.red(BAD)
              + ": "
              + LineText.of(bad.reason())
              + (bad.remedy().isEmpty() ? "" : "; " + LineText.of(bad.remedy()));
    };
  }

  /**
   * The verdict as one object: {@code path}, {@code status}, {@code reason}, {@code rows} and {@code proof}, the last three
   * null where there are none.
   *
   * @param store the store that the file was compared with; empty if it was not
   */
  static Value lineDocument(Path path, Verdict verdict, String store) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("path", Value.of(path.toString()));
    switch (verdict) {
      case Verdict.Proven proven -> {
        entries.put("status", Value.of(PROVEN));
        entries.put("reason", Value.NULL);
        entries.put("rows", Value.of(proven.rows()));
        entries.put("proof", proof(proven, store));
      }
      case Verdict.Unproven unproven -> {
        entries.put("status", Value.of(UNPROVEN));
        entries.put("reason", Value.of(unproven.reason()));
        entries.put("rows", Value.of(unproven.rows()));
        entries.put("proof", Value.NULL);
      }
      case Verdict.Bad bad -> {
        entries.put("status", Value.of(BAD));
        entries.put("reason", Value.of(bad.reason()));
        entries.put("rows", Value.NULL);
        entries.put("proof", Value.NULL);
      }
    }
    return Value.of(entries);
  }

  private static Value proof(Verdict.Proven proven, String store) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("by", Value.of(store.isEmpty() ? "content+file" : "content+file+store"));
    entries.put("execution_id", Value.of(proven.executionId()));
    entries.put("playbook", Value.of(proven.playbook()));
    entries.put("content", Value.of(proven.proof().content()));
    entries.put("file", Value.of(proven.proof().file()));
    if (!store.isEmpty()) {
      entries.put("store", Value.of(store));
    }
    return Value.of(entries);
  }

  static Value document(Path path, Verdict verdict) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("path", Value.of(path.toString()));
    switch (verdict) {
      case Verdict.Proven proven -> {
        entries.put("status", Value.of(PROVEN));
        entries.put("rows", Value.of(proven.rows()));
        entries.put("bytes", Value.of(proven.bytes()));
        entries.put("execution_id", Value.of(proven.executionId()));
        entries.put("playbook", Value.of(proven.playbook()));
      }
      case Verdict.Unproven unproven -> {
        entries.put("status", Value.of(UNPROVEN));
        entries.put("reason", Value.of(unproven.reason()));
        entries.put("rows", Value.of(unproven.rows()));
        entries.put("bytes", Value.of(unproven.bytes()));
      }
      case Verdict.Bad bad -> {
        entries.put("status", Value.of(BAD));
        entries.put("reason", Value.of(bad.reason()));
        entries.put("remedy", Value.of(bad.remedy()));
      }
    }
    return Value.of(entries);
  }
}
