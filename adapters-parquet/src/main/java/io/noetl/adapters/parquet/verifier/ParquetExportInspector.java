package io.noetl.adapters.parquet.verifier;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExportInspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Reads every byte of a Parquet file strictly. A file of ours is proven by the digests that it carries; they find
 * damage, and are no signature: who can rewrite the file can rewrite them. Keeps memory from one file to the next, and nothing
 * else; for any number of threads.
 */
public final class ParquetExportInspector implements ExportInspector {

  private final PageRooms rooms = PageRooms.forAllProcessors();

  @Override
  public Verdict inspect(Path file) {
    return judged(
        file,
        () -> {
          try (FileBytes bytes = new FileBytes(file)) {
            return read(bytes);
          }
        });
  }

  @Override
  public Verdict inspect(Path file, EventStore store) {
    Verdict verdict = inspect(file);
    return verdict instanceof Verdict.Proven proven ? compare(file, proven, store) : verdict;
  }

  @Override
  public Optional<Claim> claim(Path file) {
    try {
      requireReadable(file);
      try (FileBytes bytes = new FileBytes(file)) {
        return Claims.of(Footer.read(bytes).metadata()).believable();
      }
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // Whatever it is, it is no export; inspecting it tells what is wrong.
      return Optional.empty();
    }
  }

  /** Begins to prove a file of ours that is still being written. */
  public ExportProof begin(Path file) throws IOException {
    return new ExportProof(file, rooms);
  }

  /** The verdict of an inspection, or what it means that it failed. */
  static Verdict judged(Path file, Inspection inspection) {
    try {
      requireReadable(file);
      return inspection.verdict();
    } catch (IOException e) {
      return bad(Unreadable.explain(e));
    } catch (RuntimeException e) {
      return bad(Damages.of(e));
    } catch (OutOfMemoryError | StackOverflowError e) {
      return new Verdict.Bad(
          "it cannot be decoded in the memory of this Java process (%d MiB)"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          "if the file is sound, give more: JAVA_TOOL_OPTIONS=-Xmx4g; else export it again");
    }
  }

  private Verdict read(FileBytes bytes) {
    Footer footer = Footer.read(bytes);
    if (!Claims.hasTrace(footer.metadata())) {
      return readForeign(bytes, footer);
    }
    try (ProofThreads threads = ProofThreads.all();
        RowGroupProofs proofs = new RowGroupProofs(bytes, threads, rooms)) {
      new OwnFile(bytes, footer, proofs).prove();
    }
    return Claims.of(footer.metadata()).proven(bytes.size());
  }

  /** Reads the file a second time only where it differs; what the store fails with passes through. */
  private static Verdict compare(Path file, Verdict.Proven proven, EventStore store) {
    try (FileBytes bytes = new FileBytes(file)) {
      return new StoreComparison(bytes, proven, store).verdict();
    } catch (IOException e) {
      return bad(Unreadable.explain(e));
    } catch (OperationException e) {
      throw e;
    } catch (RuntimeException e) {
      return bad(Damages.of(e));
    }
  }

  private static Verdict readForeign(FileBytes bytes, Footer footer) {
    try {
      return new ForeignFile(bytes, footer).read();
    } catch (RuntimeException e) {
      DamageException damage = Damages.of(e);
      boolean ours = damage.remedy().equals(DamageException.EXPORT_AGAIN);
      return new Verdict.Bad(
          damage.reason(),
          ours ? "have the program that wrote it write it again, or get another copy" : damage.remedy());
    }
  }

  private static void requireReadable(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new DamageException("it is a folder, not a file", "name a file in it");
    }
    if (!attributes.isRegularFile()) {
      throw new DamageException("it is a device or a pipe, not a file", "name a regular file");
    }
    if (attributes.size() == 0) {
      throw new DamageException(
          "the file is empty: the process that was to write it was killed or failed, or the disk was full",
          "make sure that the disk has room, then export it again with --export or noetl export");
    }
  }

  private static Verdict bad(DamageException damage) {
    return new Verdict.Bad(damage.reason(), damage.remedy());
  }

  /** Reads a file and says what it is. */
  interface Inspection {
    Verdict verdict() throws IOException;
  }
}
