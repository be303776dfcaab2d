package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.XxHash64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** Changes a file and seals it anew, so that only the check under test can find the change. */
final class Forgery {

  private Forgery() {}

  /** Changes the footer. */
  static void footer(Path path, Consumer<FileMetaData> change) throws Exception {
    bytes(path, (data, footer) -> change.accept(footer));
  }

  /** Changes the bytes before the footer, keeping their number, and the footer. */
  static void bytes(Path path, BiConsumer<byte[], FileMetaData> change) throws Exception {
    rewrite(path, change, true);
  }

  /** Changes the footer and leaves the seal as it was. */
  static void unsealed(Path path, Consumer<FileMetaData> change) throws Exception {
    rewrite(path, (data, footer) -> change.accept(footer), false);
  }

  private static void rewrite(Path path, BiConsumer<byte[], FileMetaData> change, boolean seal) throws Exception {
    byte[] data;
    FileMetaData metadata;
    try (FileBytes file = new FileBytes(path)) {
      Footer footer = Footer.read(file);
      data = file.read(0, (int) footer.start());
      metadata = footer.metadata();
    }
    change.accept(data, metadata);
    if (seal) {
      setSeal(metadata, "0".repeat(16));
      byte[] blanked = whole(data, metadata);
      XxHash64 hash = new XxHash64();
      hash.update(blanked, 0, blanked.length);
      setSeal(metadata, hash.hex());
    }
    Files.write(path, whole(data, metadata));
  }

  /** Puts a structure of the same length in the place of another. */
  static void replace(byte[] data, long offset, int length, ByteArrayOutputStream structure) {
    if (structure.size() != length) {
      throw new IllegalArgumentException(structure.size() + " bytes for " + length);
    }
    System.arraycopy(structure.toByteArray(), 0, data, (int) offset, length);
  }

  private static void setSeal(FileMetaData metadata, String seal) {
    if (metadata.isSetKey_value_metadata()) {
      metadata.getKey_value_metadata().stream()
          .filter(entry -> entry.getKey().equals("noetl.digest.file"))
          .forEach(entry -> entry.setValue(seal));
    }
  }

  private static byte[] whole(byte[] data, FileMetaData metadata) throws IOException {
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    ByteBuffer file = ByteBuffer.allocate(data.length + footer.size() + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.put(data).put(footer.toByteArray()).putInt(footer.size()).put(Arrays.copyOf(data, 4));
    return file.array();
  }
}
