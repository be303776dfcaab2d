package io.noetl.adapters.tasks.python;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.Examination;
import io.noetl.application.port.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the Python that runs python tasks. */
public final class PythonExamination implements Examination {

  private static final String SUBJECT = "python3";
  private static final Pattern VERSION = Pattern.compile("Python (\\d+)\\.(\\d+)\\S*");
  private static final int OLDEST_MINOR = 8;
  private static final int PATIENCE_SECONDS = 20;

  private final PythonInterpreter interpreter;

  public PythonExamination(String searchPath) {
    this.interpreter = PythonInterpreter.onPath(searchPath);
  }

  @Override
  public List<Finding> examine() {
    try {
      Path program = interpreter.resolve();
      return List.of(judged(program, answer(program)));
    } catch (InvalidRequestException e) {
      return List.of(
          Finding.missing(SUBJECT, "python tasks cannot run: there is no 'python3' on the PATH", PythonInterpreter.remedy()));
    } catch (IOException e) {
      return List.of(Finding.missing(SUBJECT, "it cannot be started: " + e.getMessage(), PythonInterpreter.remedy()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(Finding.doubtful(SUBJECT, "interrupted before it answered", "try again"));
    }
  }

  private static Finding judged(Path program, String answer) {
    Matcher version = VERSION.matcher(answer);
    if (!version.find()) {
      return Finding.missing(SUBJECT, "'" + program + "' does not tell its version", PythonInterpreter.remedy());
    }
    int major = Integer.parseInt(version.group(1));
    boolean old = major < 3 || (major == 3 && Integer.parseInt(version.group(2)) < OLDEST_MINOR);
    String detail = version.group() + " at " + program;
    return old ? Finding.missing(SUBJECT, detail + " is too old", PythonInterpreter.remedy()) : Finding.fine(SUBJECT, detail);
  }

  private static String answer(Path program) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return "";
      }
      return new String(process.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
