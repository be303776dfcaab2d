package io.noetl.adapters.duckdb.query;

import io.noetl.domain.event.EventColumn;
import io.noetl.domain.value.FloatText;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row. Numbers that JSON can hold are numbers, timestamps are ISO text in UTC, JSON is parsed, lists,
 * structs and maps are lists and maps of the same; everything else is the text that DuckDB shows for it. The JSON
 * columns of the event log are text to DuckDB, so that they are known by their names.
 */
final class RowValues {

  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  RowValues(ResultSetMetaData columns) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
      kinds.add(kind(columns.getColumnName(i), columns.getColumnTypeName(i)));
    }
  }

  List<String> names() {
    return List.copyOf(names);
  }

  List<Value> of(ResultSet row) throws SQLException {
    List<Value> values = new ArrayList<>(kinds.size());
    for (int i = 1; i <= kinds.size(); i++) {
      values.add(
          switch (kinds.get(i - 1)) {
            case TIMESTAMP -> of(row.getObject(i, LocalDateTime.class));
            case JSON_TEXT -> json(row.getString(i));
            case OTHER -> of(row.getObject(i));
          });
    }
    return values;
  }

  /** A timestamp is asked for without a zone: the driver's default lays it out in the machine's. */
  private static Kind kind(String name, String type) {
    if (type.equals("TIMESTAMP") || type.startsWith("TIMESTAMP_")) {
      return Kind.TIMESTAMP;
    }
    boolean json =
        EventColumn.ALL.stream()
            .anyMatch(column -> column.type() == EventColumn.Type.JSON && column.columnName().equals(name));
    return json && type.equals("VARCHAR") ? Kind.JSON_TEXT : Kind.OTHER;
  }

  private static Value of(@Nullable Object object) throws SQLException {
    return switch (object) {
      case null -> Value.NULL;
      case String text -> Value.of(text);
      case Boolean truth -> Value.of(truth);
      case BigInteger number -> Value.of(number);
      case BigDecimal number -> decimal(number);
      case Float number -> floating(number, Double.parseDouble(number.toString()));
      case Double number -> floating(number, number);
      case Number number -> Value.of(number.longValue());
      case JsonNode json -> json(json.toString());
      case LocalDateTime time -> Value.of(time.toInstant(ZoneOffset.UTC).toString());
      case Timestamp time -> of(time.toLocalDateTime());
      case OffsetDateTime time -> Value.of(time.toInstant().toString());
      case Array array -> list((Object[]) array.getArray());
      case DuckDBStruct struct -> struct(struct);
      case Map<?, ?> map -> map(map);
      case Blob blob -> Value.of(escaped(blob.getBytes(1, Math.toIntExact(blob.length()))));
      default -> Value.of(object.toString());
    };
  }

  private static Value list(Object[] items) throws SQLException {
    List<Value> values = new ArrayList<>(items.length);
    for (Object item : items) {
      values.add(of(item));
    }
    return Value.of(values);
  }

  /** The fields of a row that was made without names all have the blank one. */
  private static Value struct(DuckDBStruct struct) throws SQLException {
    Map<String, Object> fields = struct.getMap();
    return fields.containsKey("") ? list(struct.getAttributes()) : map(fields);
  }

  private static Value map(Map<?, ?> entries) throws SQLException {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      values.put(String.valueOf(entry.getKey()), of(entry.getValue()));
    }
    return Value.of(values);
  }

  private static Value json(@Nullable String text) {
    if (text == null) {
      return Value.NULL;
    }
    try {
      return JsonReader.read(text);
    } catch (JsonException e) {
      return Value.of(text);
    }
  }

  /** A number if a double holds it exactly as it is written, else text. */
  private static Value decimal(BigDecimal number) {
    if (number.scale() <= 0) {
      return Value.of(number.toBigIntegerExact());
    }
    double nearest = number.doubleValue();
    boolean exact = new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    return exact ? Value.of(nearest) : Value.of(number.toPlainString());
  }

  private static Value floating(Number number, double value) {
    return Double.isFinite(value) ? Value.of(value) : Value.of(FloatText.of(number.doubleValue()));
  }

  /** Bytes as DuckDB shows a BLOB: printable ASCII as it is, everything else as {@code \xAB}. */
  private static String escaped(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      if (b >= ' ' && b < 0x7f && b != '\\' && b != '\'' && b != '"') {
        out.append((char) b);
      } else {
        out.append(String.format("\\x%02X", b));
      }
    }
    return out.toString();
  }

  private enum Kind {
    TIMESTAMP,
    JSON_TEXT,
    OTHER
  }
}
