package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Proves a file that carries our mark: its claims are complete, its schema and layout are ours, every page has the
 * checksum, the counts and the values it should have, every column has its digest, and no byte has changed since.
 */
final class OwnFile {

  private final FileBytes file;
  private final Footer footer;
  private final Map<EventColumn, ColumnDigest> digests = ColumnDigest.ofAllColumns();

  OwnFile(FileBytes file, Footer footer) {
    this.file = file;
    this.footer = footer;
  }

  /**
   * Reads and proves all of it.
   *
   * @return what it holds
   * @throws DamageException at the first thing that is not as it should be
   */
  ContentDigest prove() {
    Claims claims = Claims.of(footer.metadata());
    OwnSchema.require(present(footer.metadata().getSchema(), "the schema"));
    OwnLayout.require(footer);
    requireRows(claims.content().rows());
    List<RowGroup> groups = present(footer.metadata().getRow_groups(), "the list of row groups");
    for (int i = 0; i < groups.size(); i++) {
      List<ColumnChunk> chunks = present(groups.get(i).getColumns(), "a list of columns");
      for (int j = 0; j < EventColumn.ALL.size(); j++) {
        proveChunk(i + 1, EventColumn.ALL.get(j), chunks.get(j));
      }
    }
    requireContent(claims);
    Seal.require(file, footer, claims);
    return claims.content();
  }

  private void proveChunk(int rowGroup, EventColumn column, ColumnChunk chunk) {
    Place place = Place.of(rowGroup, present(chunk.getMeta_data(), "a column"), footer.start());
    ColumnProof proof = new ColumnProof(column, Objects.requireNonNull(digests.get(column)));
    ColumnDescriptor descriptor = OwnSchema.descriptor(column);
    try {
      proof.read(descriptor, new ChunkPages(file, place, descriptor.getPrimitiveType(), true, proof), null);
    } catch (DamageException e) {
      throw e;
    } catch (RuntimeException e) {
      DamageException damage = Damages.of(e);
      throw new DamageException(place + ": " + damage.reason(), damage.remedy());
    }
    new ChunkClaims(file, place, chunk, proof).require();
  }

  private void requireRows(long claimed) {
    FileMetaData metadata = footer.metadata();
    if (metadata.getNum_rows() != claimed) {
      throw new DamageException(
          "it has %d rows, and its metadata claims %d".formatted(metadata.getNum_rows(), claimed));
    }
  }

  private void requireContent(Claims claims) {
    List<String> wrong = new ArrayList<>();
    ColumnDigest.hex(digests)
        .forEach(
            (column, digest) -> {
              if (!digest.equals(claims.content().columns().get(column))) {
                wrong.add(column.columnName());
              }
            });
    if (!wrong.isEmpty()) {
      throw new DamageException(
          "the values of column " + String.join(", ", wrong) + " are not those that were exported: the digest differs");
    }
    if (!claims.content().hex().equals(claims.contentDigest())) {
      throw new DamageException(
          "the execution id, the playbook or the row count in the metadata was changed: their digest differs");
    }
  }
}
