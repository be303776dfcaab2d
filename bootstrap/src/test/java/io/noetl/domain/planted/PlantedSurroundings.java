package io.noetl.domain.planted;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/** Breaks the purity of the domain on purpose: it knows files, and what the process was started in. */
public record PlantedSurroundings(File file, Path path) {

  public String whereabouts() {
    return ZoneId.systemDefault() + " " + Locale.getDefault() + " " + ProcessHandle.current().pid() + System.getenv("HOME");
  }
}
