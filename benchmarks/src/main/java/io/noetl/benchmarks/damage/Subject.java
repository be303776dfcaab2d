package io.noetl.benchmarks.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A sound file to be damaged. */
final class Subject {

  private final Path file;
  private final byte[] bytes;
  private final String reading;

  private Subject(Path file, byte[] bytes, String reading) {
    this.file = file;
    this.bytes = bytes;
    this.reading = reading;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException if DuckDB cannot read it, or if it is not the same when taken apart and put together again:
   *     then every damage that is done by taking apart would be found for that alone
   */
  static Subject of(Path file, DuckDbWitness witness) throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(file);
    String reading = witness.read(file);
    if (!Character.isDigit(reading.charAt(0))) {
      throw new IllegalStateException("DuckDB cannot read the sound file " + file + ": " + reading);
    }
    if (!Arrays.equals(ParquetParts.of(bytes).bytes(), bytes)) {
      throw new IllegalStateException(
          file + " taken apart and put together again is another file; ParquetParts has to learn how it is laid out");
    }
    return new Subject(file, bytes, reading);
  }

  Path file() {
    return file;
  }

  /** Its content, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** What plain DuckDB reads in it. */
  String reading() {
    return reading;
  }
}
