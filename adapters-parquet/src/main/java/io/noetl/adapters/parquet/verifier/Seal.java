package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.adapters.parquet.digest.XxHash64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * The XXH64 of all bytes of the file, taken with zeros in its own place in the footer. It finds what no other check
 * looks at: a changed header field, a counter, a byte that no reader reads.
 */
final class Seal {

  private Seal() {}

  /**
   * Compares the seal with the file.
   *
   * @param hash of all bytes before the footer
   * @throws DamageException if they do not fit
   */
  static void require(FileBytes file, Footer footer, Claims claims, XxHash64 hash) {
    if (!Arrays.equals(footer.bytes(), withSeal(footer.metadata(), claims.seal()))) {
      throw new DamageException("the footer is damaged: it is not encoded as noetl encodes it");
    }
    byte[] blanked = withSeal(footer.metadata(), "0".repeat(claims.seal().length()));
    hash.update(blanked, 0, blanked.length);
    byte[] tail = file.read(footer.start() + footer.bytes().length, Footer.TAIL_BYTES);
    hash.update(tail, 0, tail.length);
    String actual = hash.hex();
    if (!actual.equals(claims.seal())) {
      throw new DamageException(
          "the file was changed after it was written: the XXH64 of its bytes is %s, and its footer says %s"
              .formatted(actual, claims.seal()));
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
}
