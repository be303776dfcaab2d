package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * The SHA-256 over all bytes of the file, taken with zeros in its own place in the footer. It finds what no other check
 * looks at: a changed header field, a counter, a byte that no reader reads.
 */
final class Seal {

  private static final int BLOCK = 1 << 20;

  private Seal() {}

  /**
   * Compares the seal with the file.
   *
   * @throws DamageException if they do not fit
   */
  static void require(FileBytes file, Footer footer, Claims claims) {
    if (!Arrays.equals(footer.bytes(), withSeal(footer.metadata(), claims.seal()))) {
      throw new DamageException("the footer is damaged: it is not encoded as noetl encodes it");
    }
    MessageDigest sha256 = sha256();
    update(sha256, file, 0, footer.start());
    sha256.update(withSeal(footer.metadata(), "0".repeat(claims.seal().length())));
    update(sha256, file, footer.start() + footer.bytes().length, file.size());
    String actual = HexFormat.of().formatHex(sha256.digest());
    if (!actual.equals(claims.seal())) {
      throw new DamageException(
          "the file was changed after it was written: the SHA-256 of its bytes is %s, and its footer says %s"
              .formatted(actual, claims.seal()));
    }
  }

  private static void update(MessageDigest sha256, FileBytes file, long from, long to) {
    for (long position = from; position < to; position += BLOCK) {
      sha256.update(file.read(position, (int) Math.min(BLOCK, to - position)));
    }
  }

  private static byte[] withSeal(FileMetaData metadata, String seal) {
    FileMetaData copy = new FileMetaData(metadata);
    present(copy.getKey_value_metadata(), "the metadata").stream()
        .filter(entry -> Claims.SEAL.equals(entry.getKey()))
        .forEach(entry -> entry.setValue(seal));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Util.writeFileMetaData(copy, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
