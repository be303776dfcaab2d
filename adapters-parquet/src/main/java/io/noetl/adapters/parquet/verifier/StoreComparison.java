package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.adapters.parquet.digest.EventDigests;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Compares a proven file with what a store has of its execution: the digests of every column, taken anew from the store.
 * Only where they differ is the file read once more, a column at a time, to tell the first event that differs.
 */
final class StoreComparison {

  private final FileBytes file;
  private final Footer footer;
  private final Verdict.Proven proven;
  private final ContentDigest content;
  private final EventStore store;

  /**
   * @param file what was proven
   * @throws DamageException if it is not that file any more
   */
  StoreComparison(FileBytes file, Verdict.Proven proven, EventStore store) {
    this.file = file;
    this.footer = Footer.read(file);
    this.proven = proven;
    this.store = store;
    Claims claims = Claims.of(footer.metadata());
    if (!claims.proven(file.size()).equals(proven)) {
      throw new DamageException("it was replaced while it was being verified", "verify it again");
    }
    this.content = claims.content();
  }

  /** The verdict that the file was proven, or what is wrong with it. */
  Verdict verdict() {
    String id = content.executionId();
    Optional<ExecutionStart> stored = store.start(id);
    if (stored.isEmpty()) {
      return new Verdict.Bad(
          "it is whole, but the store %s has no execution '%s'".formatted(store.location(), id),
          "compare it with the store that it was exported from; pruning deletes executions from a store");
    }
    List<String> differences = new ArrayList<>(playbookDifferences(stored.get()));
    differences.addAll(rowDifferences(digests()));
    if (differences.isEmpty()) {
      return proven;
    }
    return new Verdict.Bad(
        "it is whole, but not what the store %s has of execution '%s': %s"
            .formatted(store.location(), id, String.join("; ", differences)),
        "export it again: noetl export --execution %s --to PATH --duckdb %s".formatted(id, store.location()));
  }

  private EventDigests digests() {
    try (EventCursor events = store.events(content.executionId())) {
      return EventDigests.of(events, content.rows());
    }
  }

  private List<String> playbookDifferences(ExecutionStart stored) {
    if (!stored.playbook().equals(content.playbook())) {
      return List.of("the store's is of playbook '%s', the file's of '%s'".formatted(stored.playbook(), content.playbook()));
    }
    if (!stored.playbookSha256().equals(content.playbookSha256())) {
      return List.of("the playbook's SHA-256 differs");
    }
    return List.of();
  }

  private List<String> rowDifferences(EventDigests stored) {
    List<String> differences = new ArrayList<>();
    boolean fewer = stored.rows() < content.rows();
    if (stored.rows() != content.rows()) {
      differences.add("the store has %d rows, the file %d".formatted(stored.rows(), content.rows()));
    }
    // Where the store has fewer rows, its digests are of fewer than the file's and tell nothing of those that both have.
    List<EventColumn> suspects =
        EventColumn.ALL.stream()
            .filter(column -> fewer || !Objects.equals(content.columns().get(column), stored.columns().get(column)))
            .toList();
    Map<EventColumn, Long> first = firstDifferences(suspects);
    if (!first.isEmpty()) {
      differences.add(columns(first));
    } else if (!fewer && !suspects.isEmpty()) {
      differences.add("the digests of column %s differ".formatted(names(suspects)));
    } else if (!differences.isEmpty()) {
      differences.add("the first %d are the same".formatted(Math.min(stored.rows(), content.rows())));
    }
    return differences;
  }

  private static String columns(Map<EventColumn, Long> first) {
    long sequence = first.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    return "the values of column %s differ, first in the event with sequence %d"
        .formatted(names(first.keySet()), sequence);
  }

  private static String names(Collection<EventColumn> columns) {
    return columns.stream().map(EventColumn::columnName).collect(Collectors.joining(", "));
  }

  /** Of those columns that differ in rows that both have, the sequence of the first such row. */
  private Map<EventColumn, Long> firstDifferences(List<EventColumn> suspects) {
    Map<EventColumn, Long> differences = new LinkedHashMap<>();
    for (EventColumn column : suspects) {
      firstDifference(column).ifPresent(sequence -> differences.put(column, sequence));
    }
    return differences;
  }

  private OptionalLong firstDifference(EventColumn column) {
    List<RowGroup> groups = present(footer.metadata().getRow_groups(), "the list of row groups");
    ColumnDescriptor descriptor = OwnSchema.descriptor(column);
    try (EventCursor events = store.events(content.executionId())) {
      FirstDifference difference = new FirstDifference(column, events);
      for (int i = 0; i < groups.size() && !difference.isDone(); i++) {
        List<ColumnChunk> chunks = present(groups.get(i).getColumns(), "a list of columns");
        ColumnMetaData chunk = present(chunks.get(EventColumn.ALL.indexOf(column)).getMeta_data(), "a column");
        Place place = Place.of(i + 1, chunk, footer.start());
        var pages = ChunkPages.ours(file, place, descriptor.getPrimitiveType(), new PageRoom(), page -> {});
        difference.read(descriptor, pages, null);
      }
      return difference.sequence();
    }
  }
}
