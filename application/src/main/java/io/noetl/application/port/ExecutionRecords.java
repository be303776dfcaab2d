package io.noetl.application.port;

import io.noetl.application.report.Analysis;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.Failure;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens recorded executions for an analysis. */
public interface ExecutionRecords {

  /**
   * Makes the records in Parquet files ready to be asked.
   *
   * @param name what they are called together in the analysis
   * @param files at least one; they need not have the same columns
   * @param filter an SQL condition on the columns of the event log that selects rows; null for all. It reaches those
   *     columns and nothing else: no files, no network, no other table
   * @throws io.noetl.application.error.InputException if a file cannot be read, lacks a column that is needed, or if there
   *     is no event in any of them
   * @throws io.noetl.application.error.InvalidRequestException if the filter is wrong
   */
  Opened openFiles(String name, List<Path> files, @Nullable String filter);

  /**
   * Makes the records of one execution in an event store ready to be asked.
   *
   * @param filter as for files
   * @throws io.noetl.application.error.StoreException if the store cannot be opened
   * @throws io.noetl.application.error.InputException if it has no event of that execution
   * @throws io.noetl.application.error.InvalidRequestException if the filter is wrong
   */
  Opened openStore(String name, Path store, String executionId, @Nullable String filter);

  /**
   * Records that can be asked. Memory does not grow with the number of events: what may be long is handed over row by
   * row, by execution in the order of {@link Analysis#executions()}. For one thread. Every method may throw {@link
   * io.noetl.application.error.InputException} or {@link io.noetl.application.error.StoreException}, when what is read
   * turns out to be damaged.
   */
  interface Opened extends AutoCloseable {

    /** Everything that does not grow with the number of events. */
    Analysis analysis();

    /**
     * Every node from start to end, in the order of starts.
     *
     * @param textLength how many characters of each input and output to read; 0 for no texts
     * @param first how many rows to hand over at most; {@link Long#MAX_VALUE} for all
     */
    void timeline(int textLength, long first, Consumer<TimelineRow> rows);

    /**
     * Rows of an execution's timeline once more, now with their texts: what is wanted of few rows is not read of all.
     *
     * @param sequences which rows, some thousand at most
     * @param textLength how many characters of each input and output to read, from 1
     */
    void texts(String executionId, Set<Long> sequences, int textLength, Consumer<TimelineRow> rows);

    /**
     * What the runs of steps yielded, in the order of their ends.
     *
     * @param textLength how many characters of each output to read; {@link Integer#MAX_VALUE} for all
     * @param first how many rows to hand over at most; {@link Long#MAX_VALUE} for all
     */
    void stepResults(int textLength, long first, Consumer<StepResult> rows);

    /**
     * What went wrong, in the order in which it did.
     *
     * @param first how many rows to hand over at most; {@link Long#MAX_VALUE} for all
     */
    void failures(long first, Consumer<Failure> rows);

    /**
     * Events as they were recorded, in their order.
     *
     * @param textLength how many characters of each JSON text to read; 0 for no texts
     * @param first how many events to hand over at most
     */
    void events(int textLength, long first, Consumer<EventDetail> rows);

    /** May be called twice. */
    @Override
    void close();
  }
}
