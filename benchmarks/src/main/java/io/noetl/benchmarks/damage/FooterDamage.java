package io.noetl.benchmarks.damage;

import static io.noetl.benchmarks.damage.PageDamage.any;
import static io.noetl.benchmarks.damage.PageDamage.mutable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.NullUnmarked;

/** One wrong thing in an otherwise sound footer. */
@NullUnmarked
final class FooterDamage {

  private FooterDamage() {}

  static Optional<byte[]> edit(byte[] file, Random random) throws IOException {
    return Optional.of(ParquetParts.of(file).bytes(located -> {}, described -> edit(described, random)));
  }

  private static void edit(FileMetaData footer, Random random) {
    int kind = random.nextInt(4);
    if (kind == 0 || footer.getRow_groups().isEmpty()) {
      editFile(footer, random);
    } else if (kind == 1) {
      editElement(footer.getSchema().get(random.nextInt(footer.getSchema().size())), random);
    } else if (kind == 2) {
      editGroups(footer, random);
    } else {
      editChunk(any(any(footer.getRow_groups(), random).getColumns(), random), random);
    }
  }

  private static void editFile(FileMetaData footer, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> footer.setNum_rows(Math.max(0, footer.getNum_rows() + (random.nextBoolean() ? 1 : -1)));
      case 1 -> footer.setVersion(footer.getVersion() + 1);
      case 2 -> footer.setCreated_by("parquet-mr version 1.8.0 (build 1)");
      case 3 -> footer.unsetColumn_orders();
      case 4 -> footer.unsetKey_value_metadata();
      default -> {
        // What a program does that copies the rows and not what it does not know.
        footer.unsetKey_value_metadata();
        footer.setCreated_by("another program");
      }
    }
  }

  private static void editElement(SchemaElement element, Random random) {
    switch (random.nextInt(7)) {
      case 0 -> element.setName(element.getName() + "_");
      case 1 -> element.setField_id(element.getField_id() + 1);
      case 2 -> element.unsetField_id();
      case 3 -> element.setType(any(List.of(Type.values()), random));
      case 4 -> element.setRepetition_type(any(List.of(FieldRepetitionType.values()), random));
      case 5 -> element.setConverted_type(any(List.of(ConvertedType.values()), random));
      default -> element.unsetLogicalType();
    }
  }

  private static void editGroups(FileMetaData footer, Random random) {
    List<RowGroup> groups = mutable(footer.getRow_groups());
    footer.setRow_groups(groups);
    int place = random.nextInt(groups.size());
    RowGroup group = new RowGroup(groups.get(place));
    List<ColumnChunk> columns = mutable(group.getColumns());
    group.setColumns(columns);
    switch (random.nextInt(6)) {
      case 0 -> groups.remove(place);
      case 1 -> groups.add(group);
      case 2 -> groups.set(place, groups.set(random.nextInt(groups.size()), group));
      case 3 -> {
        int column = random.nextInt(columns.size());
        columns.set(column, columns.set(random.nextInt(columns.size()), columns.get(column)));
        groups.set(place, group);
      }
      case 4 -> groups.set(place, group.setNum_rows(Math.max(1, group.getNum_rows() - 1)));
      default -> groups.set(place, group.setTotal_byte_size(group.getTotal_byte_size() + 1));
    }
  }

  private static void editChunk(ColumnChunk chunk, Random random) {
    ColumnMetaData metadata = chunk.getMeta_data();
    int step = 1 + random.nextInt(100);
    switch (random.nextInt(12)) {
      case 0 -> metadata.setNum_values(metadata.getNum_values() + (random.nextBoolean() ? 1 : -1));
      case 1 -> metadata.setData_page_offset(metadata.getData_page_offset() + step);
      case 2 -> metadata.setTotal_compressed_size(Math.max(0, metadata.getTotal_compressed_size() - step));
      case 3 -> metadata.setTotal_uncompressed_size(metadata.getTotal_uncompressed_size() + step);
      case 4 -> metadata.setCodec(any(List.of(CompressionCodec.values()), random));
      case 5 -> metadata.setType(any(List.of(Type.values()), random));
      case 6 -> metadata.setEncodings(List.of(any(List.of(Encoding.values()), random)));
      case 7 -> metadata.unsetDictionary_page_offset();
      case 8 -> metadata.setPath_in_schema(List.of("other"));
      case 9 -> chunk.setFile_path("elsewhere.parquet");
      case 10 -> chunk.setFile_offset(chunk.getFile_offset() + step);
      default -> chunk.unsetColumn_index_offset();
    }
  }
}
