package io.noetl.interop;

import java.nio.file.Path;
import java.util.List;

/** A program that reads Parquet files. */
interface ExportReader {

  String name();

  /** Compares every value of a file with the columns expected; whatever is thrown is a failure of the file. */
  void compare(Path file, List<ExpectedColumn> columns) throws Exception;
}
