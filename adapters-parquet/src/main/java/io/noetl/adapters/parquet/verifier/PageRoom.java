package io.noetl.adapters.parquet.verifier;

/**
 * Arrays that one page after the other is read and decompressed into. They are as large as pages, and to make new ones for each would
 * keep the collector busy.
 */
final class PageRoom {

  /** Of what single long values asked for, nothing is kept. */
  private static final int MOST_KEPT_BYTES = 4 << 20;

  private static final byte[] NONE = {};

  private byte[] body = NONE;
  private byte[] content = NONE;

  /** For a page as it lies in the file. */
  byte[] body() {
    return body;
  }

  /** For its bytes decompressed. */
  byte[] content() {
    return content;
  }

  /** Keeps a body's array for the next page. */
  void keepBody(byte[] array) {
    body = array.length > MOST_KEPT_BYTES ? NONE : array;
  }

  /** Keeps the array of decompressed bytes for the next page; never the body's, which would be decompressed over itself. */
  void keepContent(byte[] array) {
    content = array.length > MOST_KEPT_BYTES ? NONE : array;
  }
}
