package io.noetl.adapters.cli.command;

import io.noetl.application.error.InvalidRequestException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that names the store to read. */
@Command
public final class StoreOption {

  /** Where the store is unless told otherwise. */
  public static final String DEFAULT = "data/noetl.duckdb";

  /** The store that ends with its run. */
  public static final String IN_MEMORY = ":memory:";

  @Option(
      names = "--duckdb",
      paramLabel = "PATH",
      description = "The store, a DuckDB file (default: " + DEFAULT + ").")
  private Path location = Path.of(DEFAULT);

  /**
   * The path of a store that outlives a run.
   *
   * @throws InvalidRequestException if it is the in-memory one
   */
  public String location() {
    return checked(location).toString();
  }

  /** The path itself, unless it stands for the in-memory store, which a later command cannot read. */
  public static Path checked(Path location) {
    return checked("--duckdb", location);
  }

  /** The same for the store that another option names. */
  public static Path checked(String option, Path location) {
    if (location.toString().equals(IN_MEMORY)) {
      throw new InvalidRequestException(
          option + " :memory: names a store that ended with its run", "name the file of a store that was kept");
    }
    return location;
  }
}
