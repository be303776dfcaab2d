package io.noetl.adapters.parquet.verifier;

import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/** The schema that a file of ours must have, made anew from the event-log columns. */
final class OwnSchema {

  private OwnSchema() {}

  /**
   * Compares a file's schema, element by element.
   *
   * @throws DamageException at the first that differs
   */
  static void require(List<SchemaElement> actual) {
    List<SchemaElement> expected = elements();
    if (actual.size() != expected.size()) {
      throw new DamageException(
          "the schema is not the event log's: it has %d columns instead of %d"
              .formatted(actual.size() - 1, expected.size() - 1));
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).equals(actual.get(i))) {
        throw new DamageException(
            "the schema is not the event log's: it has %s instead of %s".formatted(actual.get(i), expected.get(i)));
      }
    }
  }

  /** How parquet-java is to decode a column. */
  static ColumnDescriptor descriptor(EventColumn column) {
    PrimitiveTypeName physical =
        switch (column.type()) {
          case TEXT, JSON -> PrimitiveTypeName.BINARY;
          case TIMESTAMP, LONG -> PrimitiveTypeName.INT64;
          case DOUBLE -> PrimitiveTypeName.DOUBLE;
          case INT -> PrimitiveTypeName.INT32;
        };
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    PrimitiveType type = new PrimitiveType(repetition, physical, column.columnName());
    return new ColumnDescriptor(new String[] {column.columnName()}, type, 0, column.nullable() ? 1 : 0);
  }

  private static List<SchemaElement> elements() {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement("event_log").setNum_children(EventColumn.ALL.size()));
    for (EventColumn column : EventColumn.ALL) {
      elements.add(element(column));
    }
    return elements;
  }

  private static SchemaElement element(EventColumn column) {
    SchemaElement element =
        new SchemaElement(column.columnName())
            .setRepetition_type(column.nullable() ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED)
            .setField_id(column.fieldId());
    return switch (column.type()) {
      case TEXT, JSON ->
          element
              .setType(Type.BYTE_ARRAY)
              .setConverted_type(ConvertedType.UTF8)
              .setLogicalType(LogicalType.STRING(new StringType()));
      case TIMESTAMP ->
          element
              .setType(Type.INT64)
              .setConverted_type(ConvertedType.TIMESTAMP_MICROS)
              .setLogicalType(LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()))));
      case DOUBLE -> element.setType(Type.DOUBLE);
      case LONG -> element.setType(Type.INT64);
      case INT -> element.setType(Type.INT32);
    };
  }
}
