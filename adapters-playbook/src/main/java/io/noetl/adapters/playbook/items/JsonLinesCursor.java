package io.noetl.adapters.playbook.items;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The values of a JSON Lines file. */
final class JsonLinesCursor implements ItemCursor {

  private final LineReader lines;
  private boolean ended;

  JsonLinesCursor(LineReader lines) {
    this.lines = lines;
  }

  @Override
  public Optional<Value> next() throws ItemFileException {
    while (!ended && advance()) {
      String line = lines.text();
      if (!line.isBlank()) {
        return Optional.of(value(line));
      }
    }
    ended = true;
    return Optional.empty();
  }

  private boolean advance() throws ItemFileException {
    try {
      return lines.next();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Value value(String line) throws ItemFileException {
    try {
      return JsonReader.read(line);
    } catch (JsonException e) {
      String place = " at line " + e.line() + ", column " + e.column();
      String problem = String.valueOf(e.getMessage()).replace(place, "");
      throw new ItemFileException("line " + lines.number() + ", column " + e.column() + " is no JSON: " + problem);
    }
  }

  /** The error of a file that its disk does not yield. */
  static ItemFileException unreadable(IOException cause) {
    return new ItemFileException("it cannot be read: " + cause);
  }

  @Override
  public void close() {
    ended = true;
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a file that was only read", e);
    }
  }
}
