package io.noetl.adapters.duckdb.store;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of an execution, a DuckDB data chunk at a time, or less where its texts are long. A log is appended in {@code sequence} order, so
 * that its rows can be read as they lie; a narrow scan proves that first and counts them, and where it does not hold,
 * DuckDB sorts. The count also shows whether a stream ended too early, which DuckDB does not tell. Both see the same
 * snapshot.
 *
 * <p>DuckDB takes rows 2,048 at a time, whatever they hold. Where they need more memory than it was given, it is given more, and
 * the rest of the rows is asked for anew.
 */
final class DuckDbEventCursor implements EventCursor {

  private static final String ORDER =
      """
      SELECT count(*), coalesce(bool_and(sequence > earlier), true)
      FROM (SELECT sequence, lag(sequence, 1, -1) OVER () AS earlier FROM event_log WHERE execution_id = ?)
      """;

  private static final String ROWS =
      EventColumn.ALL.stream()
          .map(DuckDbEventCursor::selected)
          .collect(Collectors.joining(", ", "SELECT ", " FROM event_log WHERE execution_id = ?"));

  /** When the texts of one column reach this size, the batch ends: a chunk of 2,048 rows may hold gigabytes. */
  private static final int BATCH_TEXT_BYTES = 4 << 20;

  private final StoreDatabase database;
  private final DuckDBConnection connection;
  private final ChunkValues values;
  private final Map<EventColumn, ChunkVector> vectors = new EnumMap<>(EventColumn.class);
  private final Map<EventColumn, PackedTexts> texts;
  private final String executionId;
  private final Extent extent;
  private DuckDBPreparedStatement statement;
  private DuckDBChunkedResult result;
  private long readRows;
  private long lastSequence = Long.MIN_VALUE;
  private int chunkRows;
  private int nextRow;
  private int rows;
  private boolean closed;

  private DuckDbEventCursor(
      StoreDatabase database, DuckDBConnection connection, ChunkValues values, String executionId)
      throws SQLException {
    this.database = database;
    this.connection = connection;
    this.values = values;
    this.executionId = executionId;
    EventLogSchema.execute(connection, "BEGIN TRANSACTION");
    this.extent = extent(connection, executionId);
    if (!extent.ordered()) {
      database.allowSorting();
    }
    this.statement = connection.prepare(sql(ROWS));
    this.result = started();
    this.texts = database.textMemory().take();
  }

  /** A cursor over what is committed. */
  static DuckDbEventCursor open(StoreDatabase database, String executionId) {
    return open(database, executionId, null);
  }

  /**
   * A cursor over what is committed.
   *
   * @param values how to take values out of a chunk; null for the fastest way
   */
  static DuckDbEventCursor open(StoreDatabase database, String executionId, @Nullable ChunkValues values) {
    return database.ask(() -> opened(database, executionId, values));
  }

  private static DuckDbEventCursor opened(
      StoreDatabase database, String executionId, @Nullable ChunkValues values) throws SQLException {
    DuckDBConnection connection = database.connect();
    try {
      ChunkValues way =
          values == null ? ChunkValues.fastest(connection.getMetaData().getDatabaseProductVersion()) : values;
      return new DuckDbEventCursor(database, connection, way, executionId);
    } catch (SQLException | RuntimeException e) {
      giveUp(() -> database.release(connection), e);
      throw e;
    }
  }

  /** The answer of the statement, which is closed if there is none. */
  private DuckDBChunkedResult started() throws SQLException {
    try {
      statement.setString(1, executionId);
      return statement.query();
    } catch (SQLException | RuntimeException e) {
      giveUp(statement::close, e);
      throw e;
    }
  }

  @Override
  public boolean nextBatch() {
    rows = 0;
    if (closed) {
      return false;
    }
    while (nextRow == chunkRows) {
      if (!result.nextChunk()) {
        if (readRows < extent.rows() && resumed()) {
          continue;
        }
        requireEnd();
        return false;
      }
      chunkRows = Math.toIntExact(result.chunk().rowCount());
      nextRow = 0;
    }
    rows = show(nextRow);
    nextRow += rows;
    readRows += rows;
    lastSequence = column(EventColumn.SEQUENCE).longAt(rows - 1);
    return true;
  }

  /**
   * Asks for the rows that were not read yet, with more memory: why a stream ended too early DuckDB does not tell, and that it
   * had not enough is the most likely. What was appended since comes after them, and is cut off.
   *
   * @return whether there is more memory to be had
   */
  private boolean resumed() {
    if (!database.raiseMemory()) {
      return false;
    }
    result =
        database.ask(
            () -> {
              closeAnswer();
              EventLogSchema.execute(connection, "ROLLBACK");
              EventLogSchema.execute(connection, "BEGIN TRANSACTION");
              String rest = sql(ROWS + " AND sequence > " + lastSequence) + " LIMIT " + (extent.rows() - readRows);
              statement = connection.prepare(rest);
              return started();
            });
    return true;
  }

  /** Has every column show the rows from {@code first} on, as many as the column that shows the fewest. */
  private int show(int first) {
    int shown = chunkRows - first;
    DuckDBDataChunkReader chunk = result.chunk();
    for (int i = 0; i < EventColumn.ALL.size(); i++) {
      EventColumn column = EventColumn.ALL.get(i);
      DuckDBReadableVector data = chunk.vector(i);
      ChunkVector vector =
          vectors.computeIfAbsent(column, key -> new ChunkVector(key, values, data, texts.get(key)));
      shown = Math.min(shown, vector.show(data, first, first + shown, BATCH_TEXT_BYTES));
    }
    return shown;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public ColumnVector column(EventColumn column) {
    if (rows == 0) {
      throw new NoSuchElementException(
          "the cursor stands at no batch: it is before the first one, behind the last one, or closed");
    }
    return Objects.requireNonNull(vectors.get(column));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    rows = 0;
    vectors.values().forEach(ChunkVector::close);
    try {
      try {
        closeAnswer();
      } finally {
        database.release(connection);
      }
    } catch (SQLException e) {
      throw database.errors().of("read", e);
    } finally {
      database.textMemory().give(texts);
    }
  }

  private void closeAnswer() throws SQLException {
    try {
      result.close();
    } finally {
      statement.close();
    }
  }

  private String sql(String rows) {
    return extent.ordered() ? rows : rows + " ORDER BY sequence";
  }

  private void requireEnd() {
    if (readRows != extent.rows()) {
      throw new StoreException(
          "reading event store '%s' stopped after %d of %d events"
              .formatted(database.location(), readRows, extent.rows()),
          "the file may be damaged: restore it from a copy");
    }
  }

  /** Lets go of what a failure leaves open; a failure to do so must not hide it. */
  private static void giveUp(Release release, Exception failure) {
    try {
      release.release();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static Extent extent(DuckDBConnection connection, String executionId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ORDER)) {
      query.setString(1, executionId);
      try (ResultSet answer = query.executeQuery()) {
        answer.next();
        return new Extent(answer.getLong(1), answer.getBoolean(2));
      }
    }
  }

  private static String selected(EventColumn column) {
    String name = EventLogSchema.quoted(column);
    return column.type() == EventColumn.Type.TIMESTAMP ? "epoch_us(" + name + ")" : name;
  }

  private interface Release {
    void release() throws SQLException;
  }

  /** How many rows an execution has, and whether they lie in order. */
  private record Extent(long rows, boolean ordered) {}
}
