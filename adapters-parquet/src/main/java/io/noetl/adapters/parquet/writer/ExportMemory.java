package io.noetl.adapters.parquet.writer;

/**
 * What exports keep of memory from one to the next: what lies outside of the Java heap is given back to the machine only
 * when the collector happens to look at it, so that a program that exports again and again would hold more and more.
 *
 * @param buffers for pages in the making
 * @param slabs for pages that wait to be written, all of one size but for long values
 */
record ExportMemory(BufferPool buffers, BufferPool slabs) {

  ExportMemory() {
    this(new BufferPool(), new BufferPool());
  }
}
