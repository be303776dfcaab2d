package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.application.port.ExportInspector.Verdict;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** A Parquet file that another program wrote: all of it is read, and nothing proves it. */
final class ForeignFile {

  private final FileBytes file;
  private final Footer footer;
  private final TreeSet<CompressionCodec> unreadable = new TreeSet<>();

  ForeignFile(FileBytes file, Footer footer) {
    this.file = file;
    this.footer = footer;
  }

  /**
   * Decodes every value of every page.
   *
   * @throws DamageException if one cannot be
   */
  Verdict.Unproven read() {
    List<ColumnDescriptor> columns = ForeignSchema.columns(present(footer.metadata().getSchema(), "the schema"));
    ParsedVersion writer = writer(footer.metadata().getCreated_by());
    long rows = 0;
    int number = 0;
    for (RowGroup group : present(footer.metadata().getRow_groups(), "the list of row groups")) {
      number++;
      rows += group.getNum_rows();
      readGroup(group, number, columns, writer);
    }
    if (rows != footer.metadata().getNum_rows()) {
      throw new DamageException(
          "the footer is damaged: it claims %d rows, and its row groups have %d"
              .formatted(footer.metadata().getNum_rows(), rows));
    }
    return new Verdict.Unproven(reason(), rows, file.size());
  }

  private String reason() {
    if (!unreadable.isEmpty()) {
      return "it carries no digests of noetl's, and noetl cannot decompress its pages (" + unreadable + "): only its"
          + " structure was checked";
    }
    return "it carries no digests of noetl's: all of it was read back without an error, but nothing proves that the"
        + " values are those that were written";
  }

  private void readGroup(
      RowGroup group, int number, List<ColumnDescriptor> columns, @Nullable ParsedVersion writer) {
    List<ColumnChunk> chunks = present(group.getColumns(), "a list of columns");
    if (chunks.size() != columns.size()) {
      throw new DamageException(
          "the footer is damaged: row group %d has %d columns, and the schema %d"
              .formatted(number, chunks.size(), columns.size()));
    }
    for (int i = 0; i < chunks.size(); i++) {
      readChunk(group, number, chunks.get(i), columns.get(i), writer);
    }
  }

  private void readChunk(
      RowGroup group, int number, ColumnChunk chunk, ColumnDescriptor column, @Nullable ParsedVersion writer) {
    ColumnMetaData metadata = chunk.getMeta_data();
    if (metadata == null) {
      throw new DamageException("a column is encrypted, which noetl cannot read", "decrypt the file first");
    }
    if (chunk.isSetFile_path()) {
      throw new DamageException(
          "it has only the structure: its values are in other files, such as " + chunk.getFile_path(),
          "verify those files");
    }
    Place place = Place.of(number, metadata, footer.start());
    CompressionCodec codec = present(metadata.getCodec(), "a codec");
    if (!PageDecompressor.supports(codec)) {
      unreadable.add(codec);
      return;
    }
    if (metadata.getNum_values() == 0 && group.getNum_rows() == 0) {
      return;
    }
    ChunkPages pages = ChunkPages.foreign(file, place, column.getPrimitiveType(), page -> {});
    long rows = new ColumnValues().read(column, pages, writer);
    if (rows != group.getNum_rows()) {
      throw new DamageException(
          "row group %d claims %d rows, and its column %s has %d"
              .formatted(number, group.getNum_rows(), place.column(), rows));
    }
  }

  private static @Nullable ParsedVersion writer(@Nullable String createdBy) {
    try {
      return createdBy == null ? null : VersionParser.parse(createdBy);
    } catch (VersionParseException e) {
      // A program that parquet-java does not know; it has no known faults.
      return null;
    }
  }
}
