package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.XxHash64;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * The row groups of a file of ours whose pages have been read, in the file's order: what was found in them, the digests of
 * their values, and the hash of the bytes up to their end. The file may still grow while this goes on.
 */
final class RowGroupProofs {

  private static final int BLOCK = 1 << 20;

  private final FileBytes file;
  private final boolean sideBySide;
  private final Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();
  private final XxHash64 hash = new XxHash64();
  private final List<RowGroup> groups = new ArrayList<>();
  private final List<List<ColumnProof>> proofs = new ArrayList<>();
  private long hashed;

  /**
   * No row groups yet.
   *
   * @param sideBySide whether to read several columns at a time; the answer is the same
   */
  RowGroupProofs(FileBytes file, boolean sideBySide) {
    this.file = file;
    this.sideBySide = sideBySide;
  }

  /** How many row groups were read. */
  int count() {
    return groups.size();
  }

  /**
   * Reads every page of the next row group.
   *
   * @param group what the writer, or the footer, says of it
   * @param limit where the data ends at most
   * @throws DamageException at the first thing that is not as it should be
   */
  void prove(RowGroup group, long limit) {
    List<ColumnChunk> chunks = present(group.getColumns(), "a list of columns");
    List<Place> places =
        chunks.stream().limit(EventColumn.ALL.size()).map(chunk -> place(groups.size(), chunk, limit)).toList();
    IntStream columns = IntStream.range(0, places.size());
    List<Reading> readings =
        (sideBySide ? columns.parallel() : columns).mapToObj(i -> reading(places.get(i), EventColumn.ALL.get(i))).toList();
    proofs.add(readings.stream().map(Reading::proof).toList());
    groups.add(group);
    hashUpTo(places.stream().mapToLong(Place::end).max().orElse(hashed));
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

  /**
   * Compares what the footer says of the row groups with what was found.
   *
   * @throws DamageException if it says anything else
   */
  void require(List<RowGroup> footer, long limit) {
    for (int i = 0; i < footer.size(); i++) {
      List<ColumnChunk> chunks = present(footer.get(i).getColumns(), "a list of columns");
      List<ColumnChunk> read = present(groups.get(i).getColumns(), "a list of columns");
      for (int j = 0; j < EventColumn.ALL.size(); j++) {
        Place place = place(i, chunks.get(j), limit);
        if (!place.metadata().equals(read.get(j).getMeta_data())) {
          throw new DamageException("the footer is damaged: it describes " + place + " otherwise than it was written");
        }
        new ChunkClaims(file, place, chunks.get(j), proofs.get(i).get(j)).require();
      }
    }
  }

  /** The digests of all values that were read. */
  Map<EventColumn, String> digests() {
    return ColumnDigest.hex(digests);
  }

  /** The hash of all bytes before that position; what comes after them may be added. */
  XxHash64 hashUpTo(long position) {
    while (hashed < position) {
      int length = (int) Math.min(BLOCK, position - hashed);
      hash.update(file.read(hashed, length), 0, length);
      hashed += length;
    }
    return hash;
  }

  private Reading reading(Place place, EventColumn column) {
    ColumnProof proof = new ColumnProof(column, Objects.requireNonNull(digests.get(column)));
    ColumnDescriptor descriptor = OwnSchema.descriptor(column);
    try {
      proof.read(descriptor, new ChunkPages(file, place, descriptor.getPrimitiveType(), true, proof), null);
      return new Reading(proof, null);
    } catch (DamageException e) {
      return new Reading(null, e);
    } catch (RuntimeException e) {
      DamageException damage = Damages.of(e);
      return new Reading(null, new DamageException(place + ": " + damage.reason(), damage.remedy()));
    }
  }

  private static Place place(int group, ColumnChunk chunk, long limit) {
    return Place.of(group + 1, present(chunk.getMeta_data(), "a column"), limit);
  }
}
