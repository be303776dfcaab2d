package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ContentDigest;
import io.noetl.adapters.parquet.verifier.ExportProof;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.FileOperations.Output;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetRuntimeException;

/**
 * Writes an execution to a Parquet file beside the target, syncs it, closes it, has it proven by the verifier, which
 * reads all of it back, row group by row group while later ones are written, and compares it with what came out of the
 * cursor, and only then gives it the target's name. May be used by several threads, also for one target: the last one wins.
 *
 * <p>A target that is a symbolic link stays one; what it points at is replaced. A file that is replaced hands its
 * permissions on.
 */
public final class ParquetExecutionDataExporter implements ExecutionDataExporter {

  private final ParquetExportInspector inspector;
  private final WriterSettings settings;
  private final FileOperations files;
  private final ExportMemory memory = new ExportMemory();

  public ParquetExecutionDataExporter(ParquetExportInspector inspector) {
    this(inspector, WriterSettings.STANDARD, new FileOperations());
  }

  ParquetExecutionDataExporter(ParquetExportInspector inspector, WriterSettings settings, FileOperations files) {
    this.inspector = inspector;
    this.settings = settings;
    this.files = files;
  }

  @Override
  public ExportedFile export(EventCursor events, Request request) {
    try {
      TargetFile target = TargetFile.prepare(request.target(), request.overwrite(), files);
      TemporaryFile.sweep(target.folder(), files);
      try (TemporaryFile temporary = TemporaryFile.in(target.folder(), files)) {
        Verdict.Proven proven = writeAndProve(events, request, temporary.path());
        target.become(temporary.path(), files);
        return new ExportedFile(request.target(), proven.rows(), proven.bytes());
      }
    } catch (IOException e) {
      throw ExportFailures.explain(request.target(), e);
    } catch (OutOfMemoryError e) {
      throw new ExportException(
          "cannot export to %s: a batch of rows takes more memory than this Java process has (%d MiB)"
              .formatted(request.target(), Runtime.getRuntime().maxMemory() >> 20),
          "give it more, as with JAVA_TOOL_OPTIONS=-Xmx4g; nothing under that name was changed",
          e);
    } catch (ParquetRuntimeException e) {
      throw new ExportException(
          "cannot export to " + request.target() + ": the rows could not be encoded (" + e.getMessage() + ")",
          "nothing under that name was changed; please report this with the output of --debug",
          e);
    }
  }

  @Override
  public void sweep(Path folder) {
    TemporaryFile.sweep(folder, files);
  }

  private Verdict.Proven writeAndProve(EventCursor events, Request request, Path file) throws IOException {
    Output output = files.create(file);
    try (ExportProof proof = inspector.begin(file)) {
      ContentDigest content;
      try (output) {
        content = write(events, request, output, proof);
      }
      return switch (proof.finish(content)) {
        case Verdict.Proven proven -> proven;
        case Verdict.Unproven unproven -> throw refused(request.target(), unproven.reason());
        case Verdict.Bad bad -> throw refused(request.target(), bad.reason());
      };
    } finally {
      output.close();
    }
  }

  private ContentDigest write(EventCursor events, Request request, Output output, ExportProof proof)
      throws IOException {
    try (EventFileWriter writer = new EventFileWriter(output, request, settings, memory, proof::add)) {
      return writer.write(events);
    }
  }

  private static ExportException refused(Path target, String reason) {
    return new ExportException(
        "the file written for " + target + " did not prove good and was thrown away: " + reason,
        "export once more; if it happens again, check the disk and the memory, and please report it");
  }
}
