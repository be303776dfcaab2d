package io.noetl.benchmarks.damage;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** What disks, memories and networks do to bytes, whatever they mean. */
final class RawDamage {

  /** What disks and file systems lose at once. */
  private static final int[] BLOCKS = {1, 16, 512, 4096, 65_536};

  private RawDamage() {}

  static Optional<byte[]> flipBit(byte[] file, Random random) {
    byte[] damaged = file.clone();
    damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return Optional.of(damaged);
  }

  static Optional<byte[]> changeBytes(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
      damaged[random.nextInt(file.length)] = (byte) random.nextInt();
    }
    return Optional.of(damaged);
  }

  static Optional<byte[]> truncate(byte[] file, Random random) {
    boolean slightly = random.nextInt(4) == 0;
    return Optional.of(Arrays.copyOf(file, slightly ? file.length - 1 - random.nextInt(16) : random.nextInt(file.length)));
  }

  static Optional<byte[]> zeroBlock(byte[] file, Random random) {
    Block block = Block.drawn(file, random);
    byte[] damaged = file.clone();
    Arrays.fill(damaged, block.start(), block.end(), (byte) 0);
    return Optional.of(damaged);
  }

  static Optional<byte[]> copyBlock(byte[] file, Random random) {
    Block block = Block.drawn(file, random);
    int from = random.nextInt(file.length - block.length() + 1);
    byte[] damaged = file.clone();
    System.arraycopy(file, from, damaged, block.start(), block.length());
    return Optional.of(damaged);
  }

  static Optional<byte[]> remove(byte[] file, Random random) {
    Block block = Block.drawn(file, random);
    return Optional.of(joined(Arrays.copyOf(file, block.start()), Arrays.copyOfRange(file, block.end(), file.length)));
  }

  static Optional<byte[]> insert(byte[] file, Random random) {
    int at = random.nextInt(file.length);
    byte[] bytes = bytes(random);
    return Optional.of(joined(joined(Arrays.copyOf(file, at), bytes), Arrays.copyOfRange(file, at, file.length)));
  }

  /** Random bytes, zeros, or the file's own end once more, which then ends like a file. */
  static Optional<byte[]> append(byte[] file, Random random) {
    byte[] bytes =
        switch (random.nextInt(3)) {
          case 0 -> bytes(random);
          case 1 -> new byte[1 + random.nextInt(8192)];
          default -> Arrays.copyOfRange(file, random.nextInt(file.length), file.length);
        };
    return Optional.of(joined(file, bytes));
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(BLOCKS[random.nextInt(BLOCKS.length)])];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** A part of a file, on a boundary of its own size as on a disk, or anywhere. */
  private record Block(int start, int end) {

    static Block drawn(byte[] file, Random random) {
      int length = Math.min(BLOCKS[random.nextInt(BLOCKS.length)], file.length - 1);
      int start = random.nextInt(file.length);
      if (random.nextBoolean()) {
        start -= start % length;
      }
      return new Block(start, Math.min(start + length, file.length));
    }

    int length() {
      return end - start;
    }
  }
}
