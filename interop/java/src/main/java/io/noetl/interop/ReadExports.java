package io.noetl.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Has every reader read every file of a list. */
public final class ReadExports {

  private int passed;
  private int failed;

  private ReadExports() {}

  /**
   * Prints a line for each reader and each difference, and last {@code passed<TAB>failed}.
   *
   * @param arguments a list of files: path, folder of the expected columns, and more, between tabs
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    List<String[]> files = Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split("\t")).toList();
    ReadExports run = new ReadExports();
    for (ExportReader reader : List.of(new DuckDbReader(), new ParquetJavaReader())) {
      run.read(reader, files);
    }
    System.out.println(run.passed + "\t" + run.failed);
  }

  private void read(ExportReader reader, List<String[]> files) {
    int sound = 0;
    long values = 0;
    for (String[] file : files) {
      try {
        List<ExpectedColumn> columns = ExpectedColumn.all(Path.of(file[1]));
        reader.compare(Path.of(file[0]), columns);
        for (ExpectedColumn column : columns) {
          values += column.rows();
        }
        sound++;
      } catch (Exception e) {
        System.out.println("FAILED " + reader.name() + ", " + Path.of(file[0]).getFileName() + ": " + e);
      }
    }
    passed += sound;
    failed += files.size() - sound;
    System.out.println(reader.name() + ": " + sound + " of " + files.size() + " files equal, " + values + " values");
  }
}
