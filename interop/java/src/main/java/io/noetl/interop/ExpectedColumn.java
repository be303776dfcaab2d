package io.noetl.interop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The values that one column of an export is to hold, compared with what a reader finds, in row order. The layout of the
 * file is that of {@code io.noetl.benchmarks.ExpectedColumns}.
 */
final class ExpectedColumn {

  /** The columns of the event log, in order. */
  static final List<String> NAMES =
      List.of(
          "execution_id", "event_id", "parent_event_id", "timestamp", "event_type", "node_id", "node_name", "node_type",
          "status", "duration", "input_context", "output_result", "metadata", "error", "sequence", "attempt", "loop_name",
          "current_index", "worker_id");

  private final String name;
  private final ByteBuffer bytes;
  private long row;

  ExpectedColumn(Path folder, String name) throws IOException {
    this.name = name;
    this.bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".bin"))).order(ByteOrder.LITTLE_ENDIAN);
  }

  static List<ExpectedColumn> all(Path folder) throws IOException {
    ExpectedColumn[] columns = new ExpectedColumn[NAMES.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new ExpectedColumn(folder, NAMES.get(i));
    }
    return List.of(columns);
  }

  boolean isText() {
    return !name.equals("timestamp") && !name.equals("duration") && !isInteger();
  }

  boolean isReal() {
    return name.equals("duration");
  }

  void compareNull() {
    if (next()) {
      throw different("null", "a value");
    }
  }

  void compareText(byte[] utf8) {
    requireValue();
    byte[] wanted = new byte[bytes.getInt()];
    bytes.get(wanted);
    if (!Arrays.equals(utf8, wanted)) {
      throw different(new String(utf8, StandardCharsets.UTF_8), new String(wanted, StandardCharsets.UTF_8));
    }
  }

  void compareLong(long found) {
    requireValue();
    long wanted = bytes.getLong();
    if (found != wanted) {
      throw different(Long.toString(found), Long.toString(wanted));
    }
  }

  /** Compares the bits: the two zeros differ, and so do the NaNs. */
  void compareDouble(double found) {
    requireValue();
    long wanted = bytes.getLong();
    if (Double.doubleToRawLongBits(found) != wanted) {
      throw different(
          "%s (%016x)".formatted(found, Double.doubleToRawLongBits(found)),
          "%s (%016x)".formatted(Double.longBitsToDouble(wanted), wanted));
    }
  }

  /** The rows compared, after which there must be no more. */
  long rows() {
    if (bytes.hasRemaining()) {
      throw new DifferenceException(name + ": found " + row + " rows, and there are more");
    }
    return row;
  }

  private boolean isInteger() {
    return name.equals("sequence") || name.equals("attempt") || name.equals("current_index");
  }

  private void requireValue() {
    if (!next()) {
      throw different("a value", "null");
    }
  }

  private boolean next() {
    if (!bytes.hasRemaining()) {
      throw different("a row", "the end");
    }
    row++;
    return bytes.get() == 1;
  }

  private DifferenceException different(String found, String wanted) {
    return new DifferenceException(
        "row %d, %s: found %s instead of %s".formatted(row - 1, name, shown(found), shown(wanted)));
  }

  private static String shown(String value) {
    return value.length() <= 300 ? value : value.substring(0, 300) + "… (" + value.length() + " characters)";
  }
}
