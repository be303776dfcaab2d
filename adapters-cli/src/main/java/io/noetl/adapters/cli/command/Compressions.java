package io.noetl.adapters.cli.command;

import io.noetl.application.port.ExecutionDataExporter.Compression;

/** Reads the option {@code --compression}. */
public final class Compressions extends Choices<Compression> {

  public Compressions() {
    super(Compression.class);
  }
}
