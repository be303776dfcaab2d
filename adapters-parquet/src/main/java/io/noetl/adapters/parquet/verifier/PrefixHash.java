package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.XxHash64;

/**
 * The hash of a file's bytes from the first one on. What others read through this, for reasons of their own, is taken from them
 * where it goes on from what was hashed; only the rest is read for the hash. For any number of threads.
 */
final class PrefixHash implements ByteReader {

  private static final int BLOCK = 1 << 20;

  private final FileBytes file;
  private final PageRooms rooms;
  private final XxHash64 hash = new XxHash64();
  private volatile long hashed;

  /**
   * The hash of no bytes yet.
   *
   * @param rooms where bytes are that are read for the hash alone
   */
  PrefixHash(FileBytes file, PageRooms rooms) {
    this.file = file;
    this.rooms = rooms;
  }

  @Override
  public byte[] read(long position, int length, byte[] room) {
    byte[] bytes = file.read(position, length, room);
    if (goesOn(position, length)) {
      take(position, bytes, length);
    }
    return bytes;
  }

  /**
   * The hash of all bytes before that position, or before the end of what was read, whichever is later.
   *
   * @return the hash itself: what comes next may be added to it
   */
  XxHash64 upTo(long position) {
    while (hashed < position) {
      readOn(position);
    }
    return hash;
  }

  private synchronized void readOn(long position) {
    long from = hashed;
    int length = (int) Math.min(BLOCK, position - from);
    if (length <= 0) {
      return;
    }
    PageRoom room = rooms.take();
    try {
      byte[] block = file.read(from, length, room.body());
      room.keepBody(block);
      take(from, block, length);
    } finally {
      rooms.give(room);
    }
  }

  private synchronized void take(long position, byte[] bytes, int length) {
    if (goesOn(position, length)) {
      long from = hashed - position;
      hash.update(bytes, (int) from, (int) (length - from));
      hashed = position + length;
    }
  }

  private boolean goesOn(long position, int length) {
    long end = hashed;
    return position <= end && end < position + length;
  }
}
