package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Proves a file that carries our mark: its claims are complete, its schema and layout are ours, every page has the
 * checksum, the counts and the values it should have, every column has its digest, and no byte has changed since.
 */
final class OwnFile {

  private final FileBytes file;
  private final Footer footer;
  private final RowGroupProofs proofs;

  /**
   * A file whose footer was read.
   *
   * @param proofs of its first row groups, if any were read before; the others are added
   */
  OwnFile(FileBytes file, Footer footer, RowGroupProofs proofs) {
    this.file = file;
    this.footer = footer;
    this.proofs = proofs;
  }

  /**
   * Reads and proves all of it that was not read before.
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
    if (groups.size() < proofs.count()) {
      throw new DamageException(
          "the footer is damaged: it has %d row groups, and %d were written".formatted(groups.size(), proofs.count()));
    }
    for (int i = proofs.count(); i < groups.size(); i++) {
      proofs.add(groups.get(i), footer.start());
    }
    proofs.require(groups, footer.start());
    requireContent(claims);
    Seal.require(file, footer, claims, proofs.hashUpTo(footer.start()));
    return claims.content();
  }

  /**
   * Proves it, and that it holds nothing else than what was to be written.
   *
   * @throws DamageException at the first thing that is not as it should be
   */
  Verdict verdict(ContentDigest expected) {
    if (!expected.equals(prove())) {
      return new Verdict.Bad("it holds other content than was handed over", DamageException.EXPORT_AGAIN);
    }
    return Claims.of(footer.metadata()).proven(file.size());
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
    proofs
        .digests()
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
