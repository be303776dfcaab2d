package io.noetl.adapters.duckdb.value;

import io.noetl.domain.value.FloatText;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB's driver hands out as values of the JSON model: integers of any width as they are, decimals as numbers
 * where a double has the same digits and else as text, dates and times as ISO text, bytes as base64, JSON parsed, lists,
 * structs, maps and unions as lists and maps of the same; everything else is DuckDB's text for it.
 */
final class ResultValues {

  private final ResultLimit limit;

  ResultValues(ResultLimit limit) {
    this.limit = limit;
  }

  /**
   * One value.
   *
   * @throws ResultException if it is no JSON, or there is too much of it
   */
  Value of(@Nullable Object object) throws SQLException, ResultException {
    limit.value();
    return switch (object) {
      case null -> Value.NULL;
      case String text -> text(text);
      case Boolean truth -> Value.of(truth);
      case BigInteger number -> Value.of(number);
      case BigDecimal number -> decimal(number);
      case Float number -> floating(number, Double.parseDouble(number.toString()));
      case Double number -> floating(number, number);
      case Number number -> Value.of(number.longValue());
      case JsonNode json -> json(json.toString());
      case LocalDate date -> text(IsoText.of(date));
      case LocalTime time -> text(IsoText.of(time));
      case OffsetTime time -> text(IsoText.of(time));
      case LocalDateTime time -> text(IsoText.of(time));
      case OffsetDateTime time -> text(IsoText.of(time));
      case Timestamp time -> text(IsoText.of(exact(time)));
      case Array array -> list((Object[]) array.getArray());
      case DuckDBStruct struct -> struct(struct);
      case Map<?, ?> map -> map(map);
      case Blob blob -> text(Base64.getEncoder().encodeToString(blob.getBytes(1, Math.toIntExact(blob.length()))));
      default -> text(object.toString());
    };
  }

  Value text(String text) throws ResultException {
    return Value.of(limit.text(text));
  }

  /**
   * Inside of lists and structs the driver lays timestamps without a zone out in the machine's zone, where the hour that a
   * change of clocks leaves out becomes the next one: whatever falls into that may be wrong.
   */
  private static LocalDateTime exact(Timestamp timestamp) throws ResultException {
    LocalDateTime time = timestamp.toLocalDateTime();
    ZoneRules zone = ZoneId.systemDefault().getRules();
    ZoneOffsetTransition change = zone.previousTransition(timestamp.toInstant().plusNanos(1));
    if (change != null && change.isGap() && time.isBefore(change.getDateTimeAfter().plus(change.getDuration()))) {
      throw new ResultException("is a nested time that the machine's time zone blurs; cast it to VARCHAR");
    }
    return time;
  }

  private Value list(Object[] items) throws SQLException, ResultException {
    List<Value> values = new ArrayList<>(items.length);
    for (Object item : items) {
      values.add(of(item));
    }
    return Value.of(values);
  }

  /** The fields of a row that was made without names all have the blank one. */
  private Value struct(DuckDBStruct struct) throws SQLException, ResultException {
    Map<String, Object> fields = struct.getMap();
    return fields.containsKey("") ? list(struct.getAttributes()) : map(fields);
  }

  private Value map(Map<?, ?> entries) throws SQLException, ResultException {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      values.put(limit.text(key(entry.getKey())), of(entry.getValue()));
    }
    return Value.of(values);
  }

  private static String key(@Nullable Object key) {
    return switch (key) {
      case LocalDate date -> IsoText.of(date);
      case LocalTime time -> IsoText.of(time);
      case OffsetTime time -> IsoText.of(time);
      case OffsetDateTime time -> IsoText.of(time);
      case Timestamp time -> IsoText.of(time.toLocalDateTime());
      case BigDecimal number -> number.toPlainString();
      case null, default -> String.valueOf(key);
    };
  }

  private Value json(String text) throws ResultException {
    try {
      return JsonReader.read(limit.text(text));
    } catch (JsonException e) {
      throw new ResultException("holds JSON that cannot be kept: " + e.getMessage());
    }
  }

  private Value decimal(BigDecimal number) throws ResultException {
    if (number.scale() <= 0) {
      return Value.of(number.toBigIntegerExact());
    }
    double nearest = number.doubleValue();
    boolean exact = new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    return exact ? Value.of(nearest) : text(number.toPlainString());
  }

  private static Value floating(Number number, double value) throws ResultException {
    if (Double.isFinite(value)) {
      return Value.of(value);
    }
    String shown = FloatText.of(number.doubleValue());
    throw new ResultException("is " + shown + ", which is no JSON number; cast it to VARCHAR, or make it NULL");
  }
}
