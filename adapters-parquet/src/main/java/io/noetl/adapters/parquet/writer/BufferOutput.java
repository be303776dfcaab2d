package io.noetl.adapters.parquet.writer;

import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes into a buffer that has the room. */
final class BufferOutput extends OutputStream {

  private final ByteBuffer target;
  private int at;

  BufferOutput(ByteBuffer target, int at) {
    this.target = target;
    this.at = at;
  }

  @Override
  public void write(int octet) {
    target.put(at++, (byte) octet);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    target.put(at, bytes, offset, length);
    at += length;
  }
}
