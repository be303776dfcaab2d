package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * The columns of any schema. The footer lists the tree depth first, each group with the number of its children; only
 * the leaves are columns, and decoding them takes no more than their physical types and levels.
 */
final class ForeignSchema {

  /** No sensible schema is deeper; without a limit a hostile one exhausts the stack. */
  private static final int DEEPEST = 200;

  private final List<SchemaElement> elements;
  private final List<ColumnDescriptor> columns = new ArrayList<>();
  private int next;

  private ForeignSchema(List<SchemaElement> elements) {
    this.elements = elements;
  }

  /**
   * Reads the columns, in order.
   *
   * @throws DamageException if the list is no tree
   */
  static List<ColumnDescriptor> columns(List<SchemaElement> elements) {
    ForeignSchema schema = new ForeignSchema(elements);
    schema.readGroup(schema.take(), List.of(), 0, 0);
    if (schema.next != elements.size()) {
      throw damage("%d of its %d elements belong to no group".formatted(elements.size() - schema.next, elements.size()));
    }
    return schema.columns;
  }

  private void readGroup(SchemaElement group, List<String> path, int repetition, int definition) {
    if (path.size() > DEEPEST) {
      throw damage("it is deeper than " + DEEPEST + " levels");
    }
    for (int child = 0; child < group.getNum_children(); child++) {
      SchemaElement element = take();
      List<String> childPath = new ArrayList<>(path);
      childPath.add(present(element.getName(), "a column's name"));
      boolean repeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
      boolean required = element.getRepetition_type() == FieldRepetitionType.REQUIRED;
      int childRepetition = repetition + (repeated ? 1 : 0);
      int childDefinition = definition + (required ? 0 : 1);
      if (element.isSetType()) {
        columns.add(column(element, childPath, childRepetition, childDefinition));
      } else {
        readGroup(element, childPath, childRepetition, childDefinition);
      }
    }
  }

  private static ColumnDescriptor column(SchemaElement element, List<String> path, int repetition, int definition) {
    PrimitiveTypeName physical =
        switch (present(element.getType(), "a column's type")) {
          case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
          case INT32 -> PrimitiveTypeName.INT32;
          case INT64 -> PrimitiveTypeName.INT64;
          case INT96 -> PrimitiveTypeName.INT96;
          case FLOAT -> PrimitiveTypeName.FLOAT;
          case DOUBLE -> PrimitiveTypeName.DOUBLE;
          case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
          case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
    PrimitiveType type =
        new PrimitiveType(Repetition.OPTIONAL, physical, element.getType_length(), path.get(path.size() - 1));
    return new ColumnDescriptor(path.toArray(String[]::new), type, repetition, definition);
  }

  private SchemaElement take() {
    if (next == elements.size()) {
      throw damage("it ends in the middle of a group");
    }
    return elements.get(next++);
  }

  private static DamageException damage(String what) {
    return new DamageException("the footer is damaged: its schema is no tree of columns, " + what);
  }
}
