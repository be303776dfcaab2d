package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.util.Map;

/** The digests of the first rows that a cursor hands over, and how many rows it has in all. */
public record EventDigests(Map<EventColumn, String> columns, long rows) {

  /**
   * Reads a cursor to its end.
   *
   * @param limit how many rows the digests are of; fewer if the cursor has no more
   */
  public static EventDigests of(EventCursor events, long limit) {
    Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();
    EventBatch batch = new EventBatch();
    long rows = 0;
    while (events.nextBatch()) {
      int digested = (int) Math.min(events.rows(), Math.max(0, limit - rows));
      if (digested > 0) {
        batch.load(events);
        digests.forEach((column, digest) -> digest.add(column, batch.column(column), digested));
      }
      rows += events.rows();
    }
    return new EventDigests(ColumnDigest.hex(digests), rows);
  }
}
