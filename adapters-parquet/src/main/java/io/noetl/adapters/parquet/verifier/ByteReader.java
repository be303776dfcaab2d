package io.noetl.adapters.parquet.verifier;

/** Reads bytes of a file. */
interface ByteReader {

  /**
   * Reads {@code length} bytes, which must all be there.
   *
   * @param room an array to use again, if it is large enough
   * @return an array that begins with the bytes; that may be the room
   */
  byte[] read(long position, int length, byte[] room);
}
