package io.noetl.adapters.parquet.writer;

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
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The Parquet schema of the event log: a group {@code event_log} of {@link EventColumn#ALL} and nothing beside it. JSON
 * is annotated as a string: the format's own annotation makes some readers hand out bytes or refuse the file.
 */
final class EventSchema {

  private EventSchema() {}

  /** The schema as the footer lists it. */
  static List<SchemaElement> elements() {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement("event_log").setNum_children(EventColumn.ALL.size()));
    EventColumn.ALL.forEach(column -> elements.add(element(column)));
    return elements;
  }

  /** A column as parquet-java's encoders and statistics want it; texts are ordered by their UTF-8 bytes. */
  static ColumnDescriptor descriptor(EventColumn column) {
    PrimitiveTypeName name =
        switch (column.type()) {
          case TEXT, JSON -> PrimitiveTypeName.BINARY;
          case TIMESTAMP, LONG -> PrimitiveTypeName.INT64;
          case DOUBLE -> PrimitiveTypeName.DOUBLE;
          case INT -> PrimitiveTypeName.INT32;
        };
    PrimitiveType type =
        (column.nullable() ? Types.optional(name) : Types.required(name))
            .as(name == PrimitiveTypeName.BINARY ? LogicalTypeAnnotation.stringType() : null)
            .named(column.columnName());
    return new ColumnDescriptor(new String[] {column.columnName()}, type, 0, column.nullable() ? 1 : 0);
  }

  /** How a column's values are stored. */
  static Type physical(EventColumn column) {
    return switch (column.type()) {
      case TEXT, JSON -> Type.BYTE_ARRAY;
      case TIMESTAMP, LONG -> Type.INT64;
      case DOUBLE -> Type.DOUBLE;
      case INT -> Type.INT32;
    };
  }

  private static SchemaElement element(EventColumn column) {
    SchemaElement element =
        new SchemaElement(column.columnName())
            .setType(physical(column))
            .setRepetition_type(column.nullable() ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED)
            .setField_id(column.fieldId());
    return switch (column.type()) {
      case TEXT, JSON ->
          element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
      case TIMESTAMP ->
          element
              .setConverted_type(ConvertedType.TIMESTAMP_MICROS)
              .setLogicalType(LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()))));
      case DOUBLE, LONG, INT -> element;
    };
  }
}
