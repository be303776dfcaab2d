package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a file of ours while it is being written: each row group is read back, on threads of this, as soon as it
 * is in the file, while the writer goes on with the next ones. What the writer says of a row group is only how to find its
 * pages; in the end the finished file's own footer must say the same.
 */
public final class ExportProof implements AutoCloseable {

  private final Path path;
  private final FileBytes file;
  private final ProofThreads threads = ProofThreads.one();
  private final RowGroupProofs proofs;
  private @Nullable RuntimeException refused;

  ExportProof(Path path, PageRooms rooms) throws IOException {
    this.path = path;
    this.file = new FileBytes(path);
    this.proofs = new RowGroupProofs(file, threads, rooms);
  }

  /**
   * Has a row group read back; returns at once.
   *
   * @param group complete in the file; the proof's own from now on
   */
  public synchronized void add(RowGroup group) {
    try {
      proofs.add(group, file.size());
    } catch (RuntimeException e) {
      refused = refused == null ? e : refused;
    }
  }

  /**
   * Reads what is left of the finished file, and compares.
   *
   * @param expected the digests that were taken before anything was encoded, not those that the file carries
   */
  public synchronized Verdict finish(ContentDigest expected) {
    threads.useAll();
    return ParquetExportInspector.judged(
        path,
        () -> {
          if (refused != null) {
            throw refused;
          }
          return new OwnFile(file, Footer.read(file), proofs).verdict(expected);
        });
  }

  /** Returns when no thread works any more; what was not read is not read any more. */
  @Override
  public void close() throws IOException {
    threads.close();
    proofs.close();
    file.close();
  }
}
