package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.EventBatch;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import org.apache.parquet.format.Encoding;

/**
 * What values pass after their digests are taken: they come out as they went in. Tests put one here that does not, which
 * stands for any fault of the encoders that the page checksums would bless.
 */
class ValueStage {

  static final ValueStage UNCHANGED = new ValueStage();

  /** The current batch of a cursor as its values come out of here. */
  final EventBatch staged(EventBatch batch, EventCursor events) {
    if (equals(UNCHANGED)) {
      return batch;
    }
    EventBatch staged = new EventBatch();
    staged.load(batch.rows(), column -> values(column, events.column(column)));
    return staged;
  }

  /** Before the values of a batch are encoded. */
  ColumnVector values(EventColumn column, ColumnVector vector) {
    return vector;
  }

  /** Before an encoded page, from {@code start} to {@code end}, is compressed. Called by several threads. */
  void page(EventColumn column, Encoding encoding, ByteBuffer page, int start, int end) {}
}
