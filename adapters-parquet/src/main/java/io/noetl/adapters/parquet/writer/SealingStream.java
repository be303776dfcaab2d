package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.writer.FileOperations.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The way of all bytes to the file; knows the position and the SHA-256 of what was written. Does not close the file. */
final class SealingStream extends OutputStream {

  private final Output output;
  private final MessageDigest sha256;
  private long position;

  SealingStream(Output output) {
    this.output = output;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  long position() {
    return position;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    output.write(bytes, offset, length);
    sha256.update(bytes, offset, length);
    position += length;
  }

  /** The SHA-256 of all that was written, and of {@code end} after it; nothing can be written through here any more. */
  byte[] digestWith(byte[] end) {
    return sha256.digest(end);
  }
}
