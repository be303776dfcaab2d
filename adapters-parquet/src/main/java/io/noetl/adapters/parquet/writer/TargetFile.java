package io.noetl.adapters.parquet.writer;

import io.noetl.application.error.ExportException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * The name under which a proven file is to appear. A symbolic link stays one: what it points at is replaced, or created.
 * With {@code overwrite} off anything under the name refuses the export, a link that leads nowhere included.
 *
 * @param requested the name as the user gave it, for messages
 * @param path the name with links followed, absolute
 */
record TargetFile(Path requested, Path path, boolean overwrite) {

  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** Looks at what is there before anything is written, and creates missing parent folders. */
  static TargetFile prepare(Path requested, boolean overwrite, FileOperations files) throws IOException {
    if (!overwrite && attributes(requested).isPresent()) {
      throw exists(requested);
    }
    TargetFile target = new TargetFile(requested, followLinks(requested.toAbsolutePath()), overwrite);
    requireReplaceable(requested, attributes(target.path()));
    files.createFolders(target.folder());
    return target;
  }

  /** The folder that holds the file, and beside it, until then, the temporary one. */
  Path folder() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** Gives the proven file the name, in one step. */
  void become(Path proven, FileOperations files) throws IOException {
    if (overwrite) {
      keepPermissions(proven);
      files.replace(proven, path);
    } else {
      takeFreeName(proven, files);
    }
    try {
      files.syncFolder(folder());
    } catch (IOException e) {
      // The file is whole under its name; folders cannot be synced everywhere, nor when they may not be listed.
    }
  }

  private void takeFreeName(Path proven, FileOperations files) throws IOException {
    try {
      try {
        files.link(proven, path);
      } catch (UnsupportedOperationException | FileSystemException e) {
        if (e instanceof FileAlreadyExistsException taken) {
          throw taken;
        }
        files.moveToFreeName(proven, path);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(requested);
    }
  }

  /** A file that only its owner could read is not opened to others by exporting again. */
  private void keepPermissions(Path proven) throws IOException {
    PosixFileAttributeView before = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (before != null && Files.exists(path)) {
      Files.setPosixFilePermissions(proven, before.readAttributes().permissions());
    }
  }

  private static Path followLinks(Path path) throws IOException {
    Path followed = path;
    for (int links = 0; Files.isSymbolicLink(followed); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      followed = followed.resolveSibling(Files.readSymbolicLink(followed));
    }
    return followed.normalize();
  }

  private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void requireReplaceable(Path requested, Optional<BasicFileAttributes> attributes) {
    if (attributes.isEmpty() || attributes.get().isRegularFile()) {
      return;
    }
    if (attributes.get().isDirectory()) {
      throw new ExportException("cannot export to " + requested + ": it is a folder", "name a file in it");
    }
    throw new ExportException(
        "cannot export to " + requested + ": it is a device or a pipe, not a file", "name a regular file");
  }

  private static ExportException exists(Path requested) {
    return new ExportException(
        "cannot export to " + requested + ": it exists, and was not to be overwritten",
        "choose another name, or leave out --no-clobber to replace it");
  }
}
