package io.noetl.adapters.duckdb.report;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.ExecutionRecords;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens records with DuckDB, which reads Parquet files and noetl's stores. */
public final class DuckDbExecutionRecords implements ExecutionRecords {

  @Override
  public Opened openFiles(String name, List<Path> files, @Nullable String filter) {
    Map<String, String> names = new HashMap<>();
    files.forEach(file -> names.put(file.toAbsolutePath().toString(), file.toString()));
    RecordDatabase database = RecordDatabase.ofFiles(name, files);
    return opened(database, new RecordPreparation(database, name, new RecordFilter(filter), names, null));
  }

  @Override
  public Opened openStore(String name, Path store, String executionId, @Nullable String filter) {
    RecordDatabase database = RecordDatabase.ofStore(name, store);
    return opened(database, new RecordPreparation(database, name, new RecordFilter(filter), Map.of(), executionId));
  }

  private static Opened opened(RecordDatabase database, RecordPreparation preparation) {
    try {
      return preparation.prepare();
    } catch (SQLException e) {
      OperationException problem = database.unreadable(e);
      database.close();
      throw problem;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
