package io.noetl.bootstrap;

import io.noetl.application.port.Examination;
import io.noetl.application.port.Finding;
import java.util.List;

/** Tells which Java runs noetl, and with how much memory. */
final class JavaExamination implements Examination {

  private static final int OLDEST = 21;
  private static final long LEAST_MEMORY = 128L << 20;

  @Override
  public List<Finding> examine() {
    return List.of(java(), memory());
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    String detail = "Java " + Runtime.version() + " at " + System.getProperty("java.home");
    return version < OLDEST
        ? Finding.missing("Java", detail + " is too old", "install a JDK 21 or newer, or set JAVA_HOME to one")
        : Finding.fine("Java", detail);
  }

  private static Finding memory() {
    long most = Runtime.getRuntime().maxMemory();
    String detail = "Java may use " + (most >> 20) + " MB";
    return most < LEAST_MEMORY
        ? Finding.doubtful("memory", detail, "give it more: JAVA_TOOL_OPTIONS=-Xmx1g")
        : Finding.fine("memory", detail);
  }
}
