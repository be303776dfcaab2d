package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.domain.event.EventColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/**
 * Collects the row groups of a file and writes what comes after them: all column indexes, all offset indexes, the
 * footer, its length and the magic. The footer carries the seal, the XXH64 of all bytes of the file, taken with 16
 * zeros in the seal's own place; so a change of any byte is found by reading the file alone.
 */
final class FileFooter {

  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final String UNSEALED = "0".repeat(16);
  private static final int FORMAT_VERSION = 1;

  private final List<RowGroup> groups = new ArrayList<>();
  private final List<WrittenChunk> chunks = new ArrayList<>();

  /** Adds a row group that is in the file, its columns in order. */
  void add(List<WrittenChunk> columns, long rows) {
    long uncompressed = 0;
    long compressed = 0;
    for (WrittenChunk column : columns) {
      uncompressed += column.metadata().getTotal_uncompressed_size();
      compressed += column.metadata().getTotal_compressed_size();
    }
    List<ColumnChunk> entries = columns.stream().map(WrittenChunk::entry).toList();
    RowGroup group = new RowGroup(entries, uncompressed, rows).setTotal_compressed_size(compressed);
    if (groups.size() <= Short.MAX_VALUE) {
      group.setOrdinal((short) groups.size());
    }
    groups.add(group);
    chunks.addAll(columns);
  }

  /** Writes the rest of the file. */
  void writeTo(SealingStream file, ContentDigest content) throws IOException {
    for (WrittenChunk chunk : chunks) {
      chunk.writeColumnIndex(file);
    }
    for (WrittenChunk chunk : chunks) {
      chunk.writeOffsetIndex(file);
    }
    String seal = file.digestWith(tail(content, UNSEALED));
    file.write(tail(content, seal));
  }

  /** What was written of the last row group, for who proves it while others are written. */
  RowGroup lastGroup() {
    return new RowGroup(groups.get(groups.size() - 1)); // deep, as Thrift copies
  }

  /** Forgets the row groups; see {@link EventFileWriter#close}. */
  void clear() {
    groups.clear();
    chunks.clear();
  }

  private byte[] tail(ContentDigest content, String seal) throws IOException {
    List<KeyValue> metadata = new ArrayList<>();
    ExportMetadata.of(content, seal).forEach((key, value) -> metadata.add(new KeyValue(key).setValue(value)));
    // Without the orders readers must not trust the bounds in the statistics.
    List<ColumnOrder> orders =
        Collections.nCopies(EventColumn.ALL.size(), ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
    FileMetaData footer =
        new FileMetaData(FORMAT_VERSION, EventSchema.elements(), content.rows(), groups)
            .setKey_value_metadata(metadata)
            .setCreated_by(ExportMetadata.CREATED_BY)
            .setColumn_orders(orders);
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, tail);
    tail.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(tail.size()).array());
    tail.write(MAGIC);
    return tail.toByteArray();
  }
}
