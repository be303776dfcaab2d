package io.noetl.application.run;

import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.TaskRunners;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run, with what, and where to.
 *
 * @param store the store's path, or {@code :memory:}
 * @param export the Parquet file to write; null for none
 * @param strict whether template warnings fail the step
 */
public record RunRequest(
    Path playbook,
    Payload payload,
    String store,
    @Nullable Path export,
    Compression compression,
    TaskRunners.Options tasks,
    Durability durability,
    boolean strict) {

  /** A run with the playbook's own workload: events in {@code store}, no export, tasks on the live world. */
  public static RunRequest of(Path playbook, String store) {
    return new RunRequest(
        playbook,
        Payload.NONE,
        store,
        null,
        Compression.SNAPPY,
        TaskRunners.Options.LIVE,
        Durability.RELAXED,
        false);
  }

  /**
   * The values that replace parts of the workload, later ones winning: file, json, assignments.
   *
   * @param file a JSON or YAML file; null for none
   * @param json a JSON object; null for none
   * @param assignments {@code key.path=value} each, the value a YAML scalar
   * @param merge whether maps and lists merge instead of being replaced
   */
  public record Payload(@Nullable Path file, @Nullable String json, List<String> assignments, boolean merge) {

    public static final Payload NONE = new Payload(null, null, List.of(), false);

    public Payload {
      assignments = List.copyOf(assignments);
    }
  }

  /** When an event is durable. */
  public enum Durability {
    /** Its commit begins at most 100 ms after it happened. */
    RELAXED,
    /** A task's start is committed before its side effect, its result before anything that depends on it. */
    STRICT
  }
}
