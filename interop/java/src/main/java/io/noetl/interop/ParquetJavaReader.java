package io.noetl.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** parquet-java with Hadoop's codecs, which compares the checksum of every page. */
final class ParquetJavaReader implements ExportReader {

  @Override
  public String name() {
    return "parquet-java";
  }

  @Override
  public void compare(Path file, List<ExpectedColumn> columns) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).usePageChecksumVerification(true).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      List<String> names = schema.getFields().stream().map(field -> field.getName()).toList();
      if (!names.equals(ExpectedColumn.NAMES)) {
        throw new DifferenceException("the columns are " + names);
      }
      MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
        RecordReader<Group> records = io.getRecordReader(group, new GroupRecordConverter(schema));
        for (long row = 0; row < group.getRowCount(); row++) {
          compare(records.read(), columns);
        }
      }
    }
  }

  private static void compare(Group row, List<ExpectedColumn> columns) {
    for (int i = 0; i < columns.size(); i++) {
      ExpectedColumn column = columns.get(i);
      if (row.getFieldRepetitionCount(i) == 0) {
        column.compareNull();
      } else if (column.isText()) {
        column.compareText(row.getBinary(i, 0).getBytes());
      } else if (column.isReal()) {
        column.compareDouble(row.getDouble(i, 0));
      } else {
        boolean narrow = row.getType().getType(i).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        column.compareLong(narrow ? row.getInteger(i, 0) : row.getLong(i, 0));
      }
    }
  }
}
