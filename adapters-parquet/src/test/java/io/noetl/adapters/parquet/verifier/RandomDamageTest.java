package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.writer.TestExports;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damage at random places, each from the seed that a failure prints: all of it is found, none of it throws. */
class RandomDamageTest {

  private static final int TRIES = 100;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void every_flipped_bit_is_found(Compression compression) throws IOException {
    byte[] good = export(compression);
    for (long seed = 1; seed <= TRIES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = good.clone();
      damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      assertFound("flip", seed, damaged);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void every_flipped_bit_of_the_footer_is_found(Compression compression) throws IOException {
    byte[] good = export(compression);
    for (long seed = 1; seed <= TRIES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = good.clone();
      damaged[good.length - 1 - random.nextInt(6000)] ^= (byte) (1 << random.nextInt(8));
      assertFound("flip in footer", seed, damaged);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void every_truncation_is_found(Compression compression) throws IOException {
    byte[] good = export(compression);
    for (long seed = 1; seed <= TRIES; seed++) {
      assertFound("cut", seed, Arrays.copyOf(good, new Random(seed).nextInt(good.length)));
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void every_overwritten_block_is_found(Compression compression) throws IOException {
    byte[] good = export(compression);
    for (long seed = 1; seed <= TRIES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = good.clone();
      byte[] block = new byte[1 + random.nextInt(512)];
      random.nextBytes(block);
      System.arraycopy(block, 0, damaged, random.nextInt(good.length - block.length), block.length);
      assertFound("block", seed, damaged);
    }
  }

  private byte[] export(Compression compression) throws IOException {
    Path file = folder.resolve("good.parquet");
    TestExports.write(file, TestExports.rows(600), compression);
    return Files.readAllBytes(file);
  }

  private void assertFound(String damage, long seed, byte[] damaged) throws IOException {
    Path file = Files.write(folder.resolve("damaged.parquet"), damaged);
    assertThat(new ParquetExportInspector().inspect(file))
        .as("%s, seed %d", damage, seed)
        .isInstanceOf(Verdict.Bad.class);
  }
}
