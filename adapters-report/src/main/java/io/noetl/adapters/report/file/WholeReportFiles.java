package io.noetl.adapters.report.file;

import io.noetl.application.error.ExportException;
import io.noetl.application.port.ReportFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its target under a temporary name, syncs it, and gives it its name in one step. Nothing of it is
 * left when that fails.
 */
public final class WholeReportFiles implements ReportFiles {

  private static final int BUFFER = 1 << 16;

  @Override
  public long write(Path file, Content content) {
    try {
      requireReplaceable(file);
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder == null ? file.toAbsolutePath() : folder);
      // Not a random name: what a kill leaves behind is overwritten by the next report.
      Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
      try {
        fill(partial, content);
        long bytes = Files.size(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return bytes;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw WriteFailures.explain(file, e);
    }
  }

  private static void fill(Path partial, Content content) throws IOException {
    Files.deleteIfExists(partial);
    try (FileChannel channel =
            FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void requireReplaceable(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "a folder" : "a device or a pipe";
      throw new ExportException(
          "cannot write '" + file + "': it is " + what + ", not a file",
          "move it away, or choose another folder with --output-dir");
    }
  }
}
