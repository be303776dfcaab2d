package io.noetl.adapters.cli.query;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.PrintStream;
import java.util.List;

/**
 * Comma-separated values (RFC 4180): a header, CRLF after each record, quotes where needed. A null is an empty field, an
 * empty text a pair of quotes; lists and maps are JSON.
 */
public final class CsvSink implements AnswerSink {

  private static final String END_OF_RECORD = "\r\n";

  private final PrintStream out;

  public CsvSink(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    StringBuilder record = new StringBuilder();
    for (String name : names) {
      record.append(record.isEmpty() ? "" : ",").append(quoted(name));
    }
    out.print(record.append(END_OF_RECORD));
  }

  @Override
  public void row(List<Value> values) {
    StringBuilder record = new StringBuilder();
    for (int column = 0; column < values.size(); column++) {
      record.append(column == 0 ? "" : ",").append(field(values.get(column)));
    }
    out.print(record.append(END_OF_RECORD));
  }

  @Override
  public void finish() {}

  private static String field(Value value) {
    if (value instanceof NullValue) {
      return "";
    }
    return quoted(value instanceof TextValue text ? text.value() : JsonWriter.write(value));
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length() && plain; i++) {
      plain = "\",\r\n".indexOf(text.charAt(i)) < 0;
    }
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
