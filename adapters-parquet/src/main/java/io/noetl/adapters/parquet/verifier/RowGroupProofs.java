package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.XxHash64;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * The row groups of a file of ours whose pages are read: what was found in them, the digests of their values, and the hash
 * of the bytes up to their end. The chunks of one column are read one after the other, different columns side by side as
 * there are threads; the answer is the same. The file may still grow while this goes on.
 */
final class RowGroupProofs implements AutoCloseable {

  private final FileBytes file;
  private final Executor threads;
  private final PageRooms rooms;
  private final Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();
  private final PrefixHash bytes;
  private final List<RowGroup> groups = new ArrayList<>();
  private final List<List<CompletableFuture<Reading>>> readings = new ArrayList<>();
  private final AtomicInteger firstDamaged = new AtomicInteger(Integer.MAX_VALUE);
  private CompletableFuture<Void> hashing = CompletableFuture.completedFuture(null);

  /**
   * No row groups yet.
   *
   * @param threads where they are read
   * @param rooms where their pages are meanwhile
   */
  RowGroupProofs(FileBytes file, Executor threads, PageRooms rooms) {
    this.file = file;
    this.threads = threads;
    this.rooms = rooms;
    this.bytes = new PrefixHash(file, rooms);
  }

  /** How many row groups were added. */
  int count() {
    return groups.size();
  }

  /**
   * Has every page of the next row group read; returns at once.
   *
   * @param group what the writer, or the footer, says of it
   * @param limit where the data ends at most
   * @throws DamageException if it does not say where its columns are
   */
  void add(RowGroup group, long limit) {
    int number = groups.size();
    List<Place> places =
        present(group.getColumns(), "a list of columns").stream()
            .limit(EventColumn.ALL.size())
            .map(chunk -> place(number, chunk, limit))
            .toList();
    long start = places.stream().mapToLong(Place::start).min().orElse(0);
    // What lies before the first page, so that the pages go on from it when they are read.
    hashing = hashing.thenRunAsync(() -> bytes.upTo(start), threads);
    List<CompletableFuture<Reading>> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      EventColumn column = EventColumn.ALL.get(i);
      CompletableFuture<?> before = number == 0 ? CompletableFuture.completedFuture(null) : readings.get(number - 1).get(i);
      columns.add(before.thenApplyAsync(unused -> reading(number, place, column), threads));
    }
    groups.add(group);
    readings.add(columns);
    long end = places.stream().mapToLong(Place::end).max().orElse(0);
    hashing = hashing.thenRunAsync(() -> bytes.upTo(end), threads);
  }

  /**
   * Waits until all that was added is read, and compares it with what the footer says.
   *
   * @throws DamageException at the first thing that is not as it should be, in the order of the file
   */
  void require(List<RowGroup> footer, long limit) {
    List<List<ColumnProof>> proofs = new ArrayList<>();
    readings.forEach(columns -> proofs.add(columns.stream().map(column -> join(column).proof()).toList()));
    join(hashing);
    List<CompletableFuture<Void>> claims = new ArrayList<>();
    for (int i = 0; i < footer.size(); i++) {
      int group = i;
      List<ColumnChunk> chunks = present(footer.get(i).getColumns(), "a list of columns");
      List<ColumnChunk> read = present(groups.get(i).getColumns(), "a list of columns");
      for (int j = 0; j < EventColumn.ALL.size(); j++) {
        ColumnChunk chunk = chunks.get(j);
        ColumnChunk written = read.get(j);
        ColumnProof proof = proofs.get(i).get(j);
        claims.add(CompletableFuture.runAsync(() -> requireTrue(chunk, place(group, chunk, limit), written, proof), threads));
      }
    }
    claims.forEach(RowGroupProofs::join);
  }

  private void requireTrue(ColumnChunk chunk, Place place, ColumnChunk written, ColumnProof proof) {
    if (!place.metadata().equals(written.getMeta_data())) {
      throw new DamageException("the footer is damaged: it describes " + place + " otherwise than it was written");
    }
    new ChunkClaims(file, place, chunk, proof).require();
  }

  /** The digests of all values that were read, after {@link #require}. */
  Map<EventColumn, String> digests() {
    return ColumnDigest.hex(digests);
  }

  /** The hash of all bytes before that position, after {@link #require}; what comes after them may be added. */
  XxHash64 hashUpTo(long position) {
    return bytes.upTo(position);
  }

  /**
   * Forgets the row groups. These lists have become old by then, and what is old the collector looks at seldom: until it does, it
   * would keep all that is in them. Tasks that still run have no use for them.
   */
  @Override
  public void close() {
    groups.clear();
    readings.clear();
  }

  /** What was found in a column chunk, or what is wrong with it: of several that are damaged, the first is told. */
  private record Reading(@Nullable ColumnProof found, @Nullable DamageException damage) {

    ColumnProof proof() {
      if (damage != null) {
        throw damage;
      }
      return Objects.requireNonNull(found);
    }
  }

  private Reading reading(int group, Place place, EventColumn column) {
    if (group > firstDamaged.get()) {
      return new Reading(null, new DamageException(place + " was not read: what comes before it is damaged"));
    }
    try {
      return new Reading(proof(place, column), null);
    } catch (DamageException e) {
      return damaged(group, e);
    } catch (RuntimeException e) {
      DamageException damage = Damages.of(e);
      return damaged(group, new DamageException(place + ": " + damage.reason(), damage.remedy()));
    }
  }

  private ColumnProof proof(Place place, EventColumn column) {
    ColumnProof proof = new ColumnProof(column, Objects.requireNonNull(digests.get(column)));
    PageRoom room = rooms.take();
    try {
      proof.read(ChunkPages.ours(bytes, place, OwnSchema.descriptor(column).getPrimitiveType(), room, proof));
    } finally {
      rooms.give(room);
    }
    return proof;
  }

  private Reading damaged(int group, DamageException damage) {
    firstDamaged.accumulateAndGet(group, Math::min);
    return new Reading(null, damage);
  }

  private static Place place(int group, ColumnChunk chunk, long limit) {
    return Place.of(group + 1, present(chunk.getMeta_data(), "a column"), limit);
  }

  private static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
