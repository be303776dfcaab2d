package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected hash is that of the reference implementation, {@code xxhsum -H64}. */
class PrefixHashTest {

  private static final byte[] NO_ROOM = {};
  private static final String TEXT = "The execution ended well and its record is a file of 63 bytes.";
  private static final int LENGTH = TEXT.getBytes(StandardCharsets.UTF_8).length;
  private static final String HASH = "21f1e52cd3ebb4b7";

  @TempDir Path folder;
  private Path path;
  private FileBytes file;
  private PrefixHash bytes;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("text"), TEXT);
    file = new FileBytes(path);
    bytes = new PrefixHash(file, new PageRooms(1));
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  @Test
  void what_nobody_read_is_read_for_it() {
    assertThat(bytes.upTo(LENGTH).hex()).isEqualTo(HASH);
  }

  @Test
  void what_somebody_read_in_order_is_not_read_again() throws IOException {
    assertThat(text(0, 20)).isEqualTo("The execution ended ");
    assertThat(text(20, LENGTH - 20)).isEqualTo("well and its record is a file of 63 bytes.");
    Files.writeString(path, "x".repeat(LENGTH));
    assertThat(bytes.upTo(LENGTH).hex()).isEqualTo(HASH);
  }

  @Test
  void what_was_read_twice_counts_once() throws IOException {
    text(0, 30);
    text(4, 10);
    text(20, LENGTH - 20);
    Files.writeString(path, "x".repeat(LENGTH));
    assertThat(bytes.upTo(LENGTH).hex()).isEqualTo(HASH);
  }

  @Test
  void what_was_read_too_early_is_read_again() {
    text(30, LENGTH - 30);
    text(0, 10);
    assertThat(bytes.upTo(LENGTH).hex()).isEqualTo(HASH);
  }

  @Test
  void it_is_the_hash_of_the_bytes_that_were_read() throws IOException {
    Files.writeString(path, TEXT.replace("well", "ill "));
    text(0, LENGTH);
    Files.writeString(path, TEXT);
    assertThat(bytes.upTo(LENGTH).hex()).isNotEqualTo(HASH);
  }

  @Test
  void any_reads_yield_the_hash_of_all_bytes_before() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      PrefixHash any = new PrefixHash(file, new PageRooms(1));
      for (int i = random.nextInt(10); i > 0; i--) {
        int from = random.nextInt(LENGTH);
        any.read(from, random.nextInt(LENGTH - from + 1), new byte[random.nextInt(2 * LENGTH)]);
        any.upTo(random.nextInt(LENGTH));
      }
      assertThat(any.upTo(LENGTH).hex()).as("seed %d", seed).isEqualTo(HASH);
    }
  }

  private String text(long position, int length) {
    return new String(bytes.read(position, length, NO_ROOM), 0, length, StandardCharsets.UTF_8);
  }
}
