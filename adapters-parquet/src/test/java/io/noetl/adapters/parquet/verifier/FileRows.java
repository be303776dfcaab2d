package io.noetl.adapters.parquet.verifier;

import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Binary;

/** Reads the rows of an export back, for tests to compare with those that were written. */
public final class FileRows {

  private FileRows() {}

  public static FileMetaData footer(Path path) {
    try (FileBytes file = new FileBytes(path)) {
      return Footer.read(file).metadata();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<EventRow> read(Path path) {
    Map<EventColumn, List<Object>> columns = new EnumMap<>(EventColumn.class);
    try (FileBytes file = new FileBytes(path)) {
      Footer footer = Footer.read(file);
      int number = 0;
      for (RowGroup group : footer.metadata().getRow_groups()) {
        number++;
        for (int i = 0; i < EventColumn.ALL.size(); i++) {
          EventColumn column = EventColumn.ALL.get(i);
          Place place = Place.of(number, group.getColumns().get(i).getMeta_data(), footer.start());
          var descriptor = OwnSchema.descriptor(column);
          var pages = ChunkPages.ours(file, place, descriptor.getPrimitiveType(), new PageRoom(), page -> {});
          Collector collector = new Collector(columns.computeIfAbsent(column, key -> new ArrayList<>()));
          collector.read(descriptor, pages, null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows(columns);
  }

  private static List<EventRow> rows(Map<EventColumn, List<Object>> columns) {
    List<EventRow> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(EventColumn.SEQUENCE).size(); row++) {
      Map<EventColumn, Object> values = new EnumMap<>(EventColumn.class);
      for (EventColumn column : EventColumn.ALL) {
        Object value = columns.get(column).get(row);
        if (value != null) {
          values.put(column, value);
        }
      }
      rows.add(new EventRow(values));
    }
    return rows;
  }

  private static final class Collector extends ColumnValues {

    private final List<Object> values;

    Collector(List<Object> values) {
      this.values = values;
    }

    @Override
    void addNull() {
      values.add(null);
    }

    @Override
    public void addBinary(Binary value) {
      values.add(new String(value.getBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void addLong(long value) {
      values.add(value);
    }

    @Override
    public void addInt(int value) {
      values.add((long) value);
    }

    @Override
    public void addDouble(double value) {
      values.add(value);
    }
  }
}
