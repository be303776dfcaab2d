package io.noetl.benchmarks.damage;

import io.noetl.adapters.parquet.digest.XxHash64;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes the digest over a whole file true again, as whoever damages a file on purpose would, and as a faulty program that copies
 * it might: what is wrong is then for the other digests to find.
 */
final class Seal {

  private static final byte[] KEY = "noetl.digest.file".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 16;

  private Seal() {}

  /** Seals the file anew; the file as it is if it has no seal. */
  static byte[] renew(byte[] file) {
    int key = lastIndexOf(file, KEY);
    if (key < 0) {
      return file;
    }
    // Between the key and its value are the field's type and its length.
    int start = key + KEY.length + 2;
    byte[] sealed = file.clone();
    Arrays.fill(sealed, start, start + DIGITS, (byte) '0');
    XxHash64 hash = new XxHash64();
    hash.update(sealed, 0, sealed.length);
    byte[] digits = hash.hex().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, sealed, start, DIGITS);
    return sealed;
  }

  private static int lastIndexOf(byte[] file, byte[] key) {
    for (int at = file.length - key.length - DIGITS; at >= 0; at--) {
      if (Arrays.equals(file, at, at + key.length, key, 0, key.length)) {
        return at;
      }
    }
    return -1;
  }
}
