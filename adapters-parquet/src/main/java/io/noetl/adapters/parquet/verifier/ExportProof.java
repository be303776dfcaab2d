package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.parquet.format.RowGroup;

/**
 * The proof of a file of ours while it is being written: each row group is read back, on a thread of this, as soon as it
 * is in the file, while the writer goes on with the next ones. What the writer says of a row group is only how to find its
 * pages; in the end the finished file's own footer must say the same.
 */
public final class ExportProof implements AutoCloseable {

  private final Path path;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("noetl-export-proof").daemon(true).factory());
  private final FileBytes file;
  private final RowGroupProofs proofs;
  private CompletableFuture<Void> read = CompletableFuture.completedFuture(null);

  ExportProof(Path path) throws IOException {
    this.path = path;
    this.file = new FileBytes(path);
    // The writer keeps the other processors busy.
    this.proofs = new RowGroupProofs(file, false);
  }

  /**
   * Has a row group read back; returns at once.
   *
   * @param group complete in the file; the proof's own from now on
   */
  public synchronized void add(RowGroup group) {
    read = read.thenRunAsync(() -> proofs.prove(group, file.size()), thread);
  }

  /**
   * Reads what is left of the finished file, and compares.
   *
   * @param expected the digests that were taken before anything was encoded, not those that the file carries
   */
  public synchronized Verdict finish(ContentDigest expected) {
    CompletableFuture<Verdict> verdict =
        read.thenApplyAsync(
            unused ->
                ParquetExportInspector.judged(path, () -> new OwnFile(file, Footer.read(file), proofs).verdict(expected)),
            thread);
    try {
      return verdict.join();
    } catch (CompletionException e) {
      return ParquetExportInspector.judged(path, () -> rethrown(e));
    }
  }

  /** Returns when the thread works no more; what was not read is not read any more. */
  @Override
  public void close() throws IOException {
    thread.shutdown();
    try {
      read.handle((unused, failure) -> true).join();
    } finally {
      file.close();
    }
  }

  private static Verdict rethrown(CompletionException failure) {
    switch (failure.getCause()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw failure;
    }
  }
}
