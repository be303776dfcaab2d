package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that a response is saved to. It is written under another name and gets its own when it is complete, so that
 * nobody ever sees a part of it. The other name is beside it, or in the nearest folder above that exists.
 *
 * @param shown the path as the task names it
 * @param partial where the file is until it is complete
 */
public record Download(String shown, Path target, Path partial) {

  /** The download to the path that {@code save_to} names. Nothing is made yet. */
  static Download to(String path) throws SettingException {
    Path target = SentFile.path("save_to", path);
    Path absolute = target.toAbsolutePath().normalize();
    Path name = absolute.getFileName();
    if (name == null || path.endsWith("/") || Files.isDirectory(absolute)) {
      throw new SettingException("save_to", "save_to: '" + path + "' is a folder; name a file in it");
    }
    Path folder = absolute.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    Path existing = folder == null ? absolute : folder.resolve(name);
    Path partial = existing.resolveSibling("." + name + "." + UUID.randomUUID() + ".partial");
    return new Download(path, absolute, partial);
  }

  /** Whether the body of a response of that status is what was asked for. */
  static boolean isSaved(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * Puts the body of an answer in its place, with the folders that are missing.
   *
   * @return its size in bytes
   */
  long place(HttpAnswer answer) throws IOException {
    if (answer.saved() == null) {
      Files.write(partial, answer.content().bytes());
    }
    try (RandomAccessFile written = new RandomAccessFile(partial.toFile(), "rw")) {
      written.getFD().sync();
    }
    long size = Files.size(partial);
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return size;
  }

  /** Removes what is not in its place. */
  void discard() {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // a hidden file that stays beside the target keeps nobody from anything
    }
  }
}
