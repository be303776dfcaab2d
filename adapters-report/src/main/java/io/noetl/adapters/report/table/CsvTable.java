package io.noetl.adapters.report.table;

import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as comma-separated values in UTF-8 (RFC 4180): a header, CRLF after each record, quotes where needed. A null is an
 * empty field, an empty text a pair of quotes; lists and maps are JSON.
 */
public final class CsvTable implements ReportRenderer {

  private static final String END_OF_RECORD = "\r\n";

  private final ReportTable table;

  public CsvTable(ReportTable table) {
    this.table = table;
  }

  @Override
  public String fileName() {
    return table.text() + ".csv";
  }

  @Override
  public Kind kind() {
    return Kind.CSV_TABLE;
  }

  @Override
  public boolean appliesTo(Report report) {
    return table.appliesTo(report);
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      writer.write(String.join(",", table.columns().stream().map(TableColumn::name).toList()) + END_OF_RECORD);
      table.rows(report, Integer.MAX_VALUE, Long.MAX_VALUE, row -> write(record(row), writer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private static void write(String text, Writer writer) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String record(List<Value> row) {
    StringBuilder record = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      record.append(column == 0 ? "" : ",").append(field(row.get(column)));
    }
    return record.append(END_OF_RECORD).toString();
  }

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
