package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.adapters.parquet.writer.FileOperations.Output;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.util.Map;

/**
 * Writes one Parquet file: {@code PAR1}, row groups of column chunks (a dictionary page where it pays, then data pages),
 * column indexes, offset indexes, the footer, its length, {@code PAR1}; no gaps. Memory is bounded by the settings and
 * the size of one batch, not by the number of rows. Serves one export.
 *
 * @see <a href="https://github.com/apache/parquet-format">the format</a>
 */
final class EventFileWriter {

  private final Request request;
  private final WriterSettings settings;
  private final SealingStream file;
  private final FileFooter footer = new FileFooter();
  private final PageCompressor compressor;
  private final Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();
  private long rows;
  private long lastSequence = -1;

  EventFileWriter(Output output, Request request, WriterSettings settings) {
    this.request = request;
    this.settings = settings;
    this.file = new SealingStream(output);
    this.compressor = new PageCompressor(request.compression());
  }

  /**
   * Writes all rows and seals the file; syncing and closing the output is the caller's.
   *
   * @return what the cursor handed over, taken before any of it was encoded
   */
  ContentDigest write(EventCursor events) throws IOException {
    file.write(FileFooter.MAGIC);
    writeRows(events);
    ContentDigest content =
        new ContentDigest(
            request.executionId(), request.playbook(), request.playbookSha256(), rows, ColumnDigest.hex(digests));
    footer.writeTo(file, content);
    return content;
  }

  private void writeRows(EventCursor events) throws IOException {
    RowGroupBuffer group = newRowGroup();
    try {
      while (events.nextBatch()) {
        requireOrder(events);
        for (int row = 0; row < events.rows(); ) {
          row = group.append(events, row);
          if (group.isFull()) {
            group.writeTo(file, footer);
            group.close();
            group = newRowGroup();
          }
        }
        rows += events.rows();
      }
      if (!group.isEmpty()) {
        group.writeTo(file, footer);
      }
    } finally {
      group.close();
    }
  }

  private RowGroupBuffer newRowGroup() {
    return new RowGroupBuffer(settings, digests, compressor);
  }

  /** A file whose rows are out of order would prove good and tell a wrong story. */
  private void requireOrder(EventCursor events) {
    ColumnVector sequence = events.column(EventColumn.SEQUENCE);
    for (int row = 0; row < events.rows(); row++) {
      long next = sequence.isNull(row) ? -1 : sequence.longAt(row);
      if (next <= lastSequence) {
        throw new ExportException(
            "the store handed over the event with sequence " + next + " after the one with " + lastSequence,
            "the store is damaged or was changed by something else: export from an intact copy of it");
      }
      lastSequence = next;
    }
  }
}
