package io.noetl.adapters.parquet.verifier;

/**
 * Arrays that one page after the other is read and decompressed into. They are as large as pages, and to make new ones for each would
 * keep the collector busy.
 */
final class PageRoom {

  /** Of what single long values asked for, nothing is kept. */
  private static final int MOST_KEPT_BYTES = 4 << 20;

  private static final byte[] NONE = {};

  private final int mostKept;
  private byte[] body = NONE;
  private byte[] content = NONE;

  /** Keeps arrays as large as pages are. */
  PageRoom() {
    this(MOST_KEPT_BYTES);
  }

  private PageRoom(int mostKept) {
    this.mostKept = mostKept;
  }

  /** Keeps nothing: every page has its own arrays. */
  static PageRoom none() {
    return new PageRoom(0);
  }

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
    body = array.length > mostKept ? NONE : array;
  }

  /** Keeps the array of decompressed bytes for the next page; never the body's, which would be decompressed over itself. */
  void keepContent(byte[] array) {
    content = array.length > mostKept ? NONE : array;
  }
}
