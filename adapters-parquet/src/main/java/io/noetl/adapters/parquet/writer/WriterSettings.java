package io.noetl.adapters.parquet.writer;

/**
 * How an export is cut up.
 *
 * @param rowGroupBytes a row group ends when its values take that much, before encoding: this bounds the writer's memory
 * @param rowGroupRows a row group ends at that many rows at the latest
 * @param pageBytes a page ends when its values take that much, before encoding
 * @param pageRows a page ends at that many rows at the latest
 * @param dictionaryBytes a dictionary that grows beyond this is given up for later pages
 * @param stage what values pass before they are encoded
 */
record WriterSettings(
    long rowGroupBytes, int rowGroupRows, int pageBytes, int pageRows, int dictionaryBytes, ValueStage stage) {

  static final WriterSettings STANDARD =
      new WriterSettings(64L << 20, 1 << 20, 1 << 20, 20_000, 1 << 20, ValueStage.UNCHANGED);
}
