package io.noetl.adapters.report.table;

import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as a JSON array in UTF-8 with an object per row, each on a line of its own; timestamps are ISO strings. */
public final class JsonTable implements ReportRenderer {

  private final ReportTable table;

  public JsonTable(ReportTable table) {
    this.table = table;
  }

  @Override
  public String fileName() {
    return table.text() + ".json";
  }

  @Override
  public Kind kind() {
    return Kind.JSON_TABLE;
  }

  @Override
  public boolean appliesTo(Report report) {
    return table.appliesTo(report);
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Rows rows = new Rows(writer, table.columns());
    try {
      table.rows(report, Integer.MAX_VALUE, Long.MAX_VALUE, rows::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.write(rows.any ? "\n]\n" : "[]\n");
    writer.flush();
  }

  /** What comes before a row depends on whether one came before it. */
  private static final class Rows {

    private final Writer writer;
    private final List<TableColumn> columns;
    private boolean any;

    Rows(Writer writer, List<TableColumn> columns) {
      this.writer = writer;
      this.columns = columns;
    }

    void write(List<Value> row) {
      Map<String, Value> entries = LinkedHashMap.newLinkedHashMap(row.size());
      for (int column = 0; column < row.size(); column++) {
        entries.put(columns.get(column).name(), row.get(column));
      }
      try {
        writer.write((any ? ",\n" : "[\n") + JsonWriter.write(Value.of(entries)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      any = true;
    }
  }
}
