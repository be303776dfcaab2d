package io.noetl.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the files of the repository, wherever in it a test is started. */
public final class Repository {

  private static final Path ROOT = root();

  private Repository() {}

  /** A file by its path from the repository's root. */
  public static Path file(String path) {
    Path file = ROOT.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " does not exist");
    }
    return file;
  }

  /** One of the example playbooks. */
  public static Path playbook(String name) {
    return file("catalog/playbooks/" + name + ".yaml");
  }

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("catalog/playbooks")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("neither " + start + " nor a folder above it is the repository");
  }
}
