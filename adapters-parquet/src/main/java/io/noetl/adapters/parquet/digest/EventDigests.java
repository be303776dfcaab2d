package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;
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
    long rows = 0;
    while (events.nextBatch()) {
      int digested = (int) Math.min(events.rows(), Math.max(0, limit - rows));
      if (digested > 0) {
        digests.forEach((column, digest) -> add(digest, column, events.column(column), digested));
      }
      rows += events.rows();
    }
    return new EventDigests(ColumnDigest.hex(digests), rows);
  }

  private static void add(ColumnDigest digest, EventColumn column, ColumnVector values, int rows) {
    for (int row = 0; row < rows; row++) {
      if (values.isNull(row)) {
        digest.addNull();
      } else {
        switch (column.type()) {
          case TEXT, JSON -> digest.addText(values.textAt(row).getBytes(StandardCharsets.UTF_8));
          case LONG, INT, TIMESTAMP -> digest.addLong(values.longAt(row));
          case DOUBLE -> digest.addDouble(values.doubleAt(row));
        }
      }
    }
  }
}
