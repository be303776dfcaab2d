package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.BatchColumn;
import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.adapters.parquet.digest.EventBatch;
import io.noetl.adapters.parquet.writer.FileOperations.Output;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.parquet.format.RowGroup;

/**
 * Writes one Parquet file: {@code PAR1}, row groups of column chunks (a dictionary page where it pays, then data pages),
 * column indexes, offset indexes, the footer, its length, {@code PAR1}; no gaps. Memory is bounded by the settings and
 * the size of one batch, not by the number of rows. Serves one export.
 *
 * <p>The caller's thread reads, takes digests and cuts pages; workers encode and compress them; another thread writes
 * the row groups one after the other. Which thread does what never shows in the file.
 *
 * @see <a href="https://github.com/apache/parquet-format">the format</a>
 */
final class EventFileWriter implements AutoCloseable {

  private final Request request;
  private final WriterSettings settings;
  private final Output output;
  private final Consumer<RowGroup> written;
  private final SealingStream file;
  private final FileFooter footer = new FileFooter();
  private final ExportMemory memory;
  private final PageMaker maker;
  private final PageWorkers workers = new PageWorkers();
  private final Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();
  private CompletableFuture<Void> lastWrite = CompletableFuture.completedFuture(null);
  private int groupsWritten;
  private long rows;
  private long lastSequence = -1;

  /**
   * A writer; closing and syncing the output is the caller's, after closing this.
   *
   * @param written told of each row group as soon as a reader of the file can see it, on a thread that has better to do
   */
  EventFileWriter(Output output, Request request, WriterSettings settings, ExportMemory memory, Consumer<RowGroup> written) {
    this.request = request;
    this.settings = settings;
    this.output = output;
    this.memory = memory;
    this.written = written;
    this.file = new SealingStream(output);
    this.maker = new PageMaker(memory.buffers(), new PageCompressor(request.compression()), settings.stage());
  }

  /**
   * Writes all rows and seals the file, which is on the disk when this returns.
   *
   * @return what the cursor handed over, taken before any of it was encoded
   */
  ContentDigest write(EventCursor events) throws IOException {
    PageWorkers.join(then(() -> file.write(FileFooter.MAGIC)));
    writeRows(events);
    ContentDigest content =
        new ContentDigest(
            request.executionId(), request.playbook(), request.playbookSha256(), rows, ColumnDigest.hex(digests));
    PageWorkers.join(
        then(
            () -> {
              footer.writeTo(file, content);
              output.sync();
            }));
    return content;
  }

  /**
   * Returns when no thread works any more. Forgets the row groups: their list has become old by then, and what is old the collector
   * looks at seldom; until it does, it would keep all that is in the list.
   */
  @Override
  public void close() {
    workers.close();
    footer.clear();
  }

  private void writeRows(EventCursor events) throws IOException {
    RowGroupWriter group = newGroup();
    EventBatch batch = new EventBatch();
    while (events.nextBatch()) {
      batch.load(events);
      requireOrder(batch);
      digests.forEach((column, digest) -> digest.add(column, batch.column(column), batch.rows()));
      EventBatch staged = settings.stage().staged(batch, events);
      for (int row = 0; row < batch.rows(); ) {
        row = group.append(staged, row);
        if (group.isFull()) {
          write(group);
          group = newGroup();
        }
      }
      rows += batch.rows();
    }
    if (!group.isEmpty()) {
      write(group);
    }
    PageWorkers.join(lastWrite);
  }

  private void write(RowGroupWriter group) throws IOException {
    List<ColumnChunkPages> chunks = group.finish();
    if (lastWrite.isCompletedExceptionally()) {
      PageWorkers.join(lastWrite);
    }
    lastWrite =
        then(
            () -> {
              footer.add(ColumnChunkPages.write(chunks, file), group.rows());
              group.release();
              output.flush();
              written.accept(footer.lastGroup());
              syncEarly();
            });
  }

  /** On the writing thread, after what was handed to it before, unless that failed. */
  private CompletableFuture<Void> then(PageWorkers.Step step) {
    CompletableFuture<Void> before = lastWrite;
    return workers.write(
        () -> {
          PageWorkers.join(before);
          step.run();
        });
  }

  /** Of a large file, so that the wait for the disk at the end is short; a small one is synced once. */
  private void syncEarly() throws IOException {
    groupsWritten++;
    if (groupsWritten > 1) {
      output.sync();
    }
  }

  private RowGroupWriter newGroup() {
    return new RowGroupWriter(settings, maker, workers, memory.buffers(), new PageStore(memory.slabs()));
  }

  /** A file whose rows are out of order would prove good and tell a wrong story. */
  private void requireOrder(EventBatch batch) {
    BatchColumn sequence = batch.column(EventColumn.SEQUENCE);
    for (int row = 0; row < batch.rows(); row++) {
      long next = sequence.marks()[row] == 0 ? -1 : sequence.numbers()[row];
      if (next <= lastSequence) {
        throw new ExportException(
            "the store handed over the event with sequence " + next + " after the one with " + lastSequence,
            "the store is damaged or was changed by something else: export from an intact copy of it");
      }
      lastSequence = next;
    }
  }
}
