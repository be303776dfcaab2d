package io.noetl.adapters.tasks.python;

import io.noetl.application.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts worker processes. The worker's program is sent down its standard input, so that no file has to be unpacked; the
 * interpreter starts with interrupts ignored, because Ctrl-C on a terminal reaches every process of its group.
 */
final class WorkerCommand {

  /** Reads the program from standard input; an interpreter that is too old only tells its version. */
  private static final String BOOTSTRAP =
      """
      import os,sys
      if sys.version_info<(3,8):
          r=('{"ready":[%d,%d,%d]}'%sys.version_info[:3]).encode()
          os.write(1,bytearray([0,0,0,len(r)])+r)
          os._exit(1)
      if sys.path[:1]==['']:
          del sys.path[0]
      s=b''
      n=int(sys.argv[1])
      while len(s)<n:
          p=os.read(0,n-len(s))
          if not p:
              os._exit(1)
          s+=p
      exec(compile(s,'worker.py','exec'))
      """;

  private static final Path SHELL = Path.of("/bin/sh");

  private final PythonInterpreter interpreter;
  private final byte[] program = program();

  WorkerCommand(PythonInterpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * A new process; that it is ready is the first thing it says.
   *
   * @throws InvalidRequestException if the interpreter is missing or cannot be started
   */
  Process start() {
    Path executable = interpreter.resolve();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "noetl"));
    }
    command.addAll(
        List.of(executable.toString(), "-c", BOOTSTRAP, Integer.toString(program.length), "noetl-python-worker"));
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      send(process.getOutputStream());
      return process;
    } catch (IOException e) {
      String problem = "python interpreter '" + executable + "' cannot be started: " + e.getMessage();
      throw new InvalidRequestException(problem, PythonInterpreter.remedy(), e);
    }
  }

  /** A process that is gone already is found out when it does not say that it is ready. */
  private void send(OutputStream requests) {
    try {
      requests.write(program);
      requests.flush();
    } catch (IOException gone) {
      // the end of its output tells how it ended
    }
  }

  private static byte[] program() {
    try (InputStream resource = WorkerCommand.class.getResourceAsStream("worker.py")) {
      if (resource == null) {
        throw new IllegalStateException("worker.py is missing from the program");
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
