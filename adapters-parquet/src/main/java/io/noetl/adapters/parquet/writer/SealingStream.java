package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.XxHash64;
import io.noetl.adapters.parquet.writer.FileOperations.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The way of all bytes to the file; knows the position and the hash of what was written. Does not close the file. */
final class SealingStream extends OutputStream {

  private final Output output;
  private final XxHash64 hash = new XxHash64();
  private long position;

  SealingStream(Output output) {
    this.output = output;
  }

  long position() {
    return position;
  }

  @Override
  public void write(int octet) throws IOException {
    write(ByteBuffer.wrap(new byte[] {(byte) octet}));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    write(ByteBuffer.wrap(bytes, offset, length));
  }

  /** Writes what the buffer has left, and leaves the buffer as it is. */
  void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    hash.update(bytes, bytes.position(), length);
    output.write(bytes.duplicate());
    position += length;
  }

  /** The hash of all that was written, and of {@code end} after it; nothing can be written through here any more. */
  String digestWith(byte[] end) {
    hash.update(end, 0, end.length);
    return hash.hex();
  }
}
