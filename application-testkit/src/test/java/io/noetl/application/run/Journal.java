package io.noetl.application.run;

import java.util.ArrayList;
import java.util.List;

/** What the fakes of a test were asked to do, in order, from any thread. */
final class Journal {

  private final List<String> lines = new ArrayList<>();

  synchronized void add(String line) {
    lines.add(line);
  }

  synchronized String text() {
    return String.join("\n", lines);
  }

  synchronized long count(String line) {
    return lines.stream().filter(line::equals).count();
  }
}
