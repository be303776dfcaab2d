package io.noetl.application.doctor;

import io.noetl.application.port.Examination;
import io.noetl.application.port.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at folders that runs write to: whether they are there or can be made, may be written, and have room. */
public final class FolderExamination implements Examination {

  /** Half a gigabyte: what a million events take, and as much again for an export beside them. */
  private static final long ENOUGH = 512L << 20;

  private final List<Path> folders;

  public FolderExamination(Path... folders) {
    this.folders = List.of(folders);
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Path folder : folders) {
      findings.add(examine(folder));
    }
    return findings;
  }

  private static Finding examine(Path folder) {
    String subject = "folder " + folder;
    Path there = nearest(folder.toAbsolutePath().normalize());
    if (!Files.isDirectory(there)) {
      return Finding.missing(subject, "'" + there + "' is a file, not a folder", "move it away, or work in another folder");
    }
    if (!Files.isWritable(there) || !Files.isExecutable(there)) {
      return Finding.missing(
          subject,
          "no permission to write to '" + there + "'",
          "have its permissions changed (chmod u+rwx), or work in another folder");
    }
    try {
      return withRoom(subject, there, there.equals(folder.toAbsolutePath().normalize()));
    } catch (IOException e) {
      return Finding.doubtful(subject, "the room on its disk cannot be told: " + e.getMessage(), "check the disk");
    }
  }

  private static Finding withRoom(String subject, Path there, boolean exists) throws IOException {
    long room = Files.getFileStore(there).getUsableSpace();
    String detail =
        (exists ? "writable" : "will be made in " + there) + String.format(Locale.ROOT, ", %.1f GB free", room / 1e9);
    return room < ENOUGH
        ? Finding.doubtful(subject, detail, "make room on the disk, or work on another one")
        : Finding.fine(subject, detail);
  }

  /** The folder itself, or the nearest one above it that is there. */
  private static Path nearest(Path folder) {
    Path nearest = folder;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
