package io.noetl.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {

  @Test
  void an_invalid_request_exits_2() {
    assertThat(failing(new InvalidRequestException("no python3 on the path", "install one or name it with --python")))
        .isEqualTo(
            new Console.Outcome(2, "", "noetl: no python3 on the path; install one or name it with --python\n"));
  }

  @Test
  void an_input_error_exits_3() {
    assertThat(failing(new InputException("w.har cannot be read", "check its permissions")))
        .isEqualTo(new Console.Outcome(3, "", "noetl: w.har cannot be read; check its permissions\n"));
  }

  @Test
  void an_export_error_exits_3() {
    assertThat(failing(new ExportException("no space left for a.parquet", "make room")))
        .isEqualTo(new Console.Outcome(3, "", "noetl: no space left for a.parquet; make room\n"));
  }

  @Test
  void a_store_error_exits_4() {
    assertThat(failing(new StoreException("data/noetl.duckdb is locked by process 12", "wait, or use --duckdb")))
        .isEqualTo(
            new Console.Outcome(4, "", "noetl: data/noetl.duckdb is locked by process 12; wait, or use --duckdb\n"));
  }

  @Test
  void a_message_without_remedy_ends_with_itself() {
    assertThat(failing(new StoreException("damaged", "")).err()).isEqualTo("noetl: damaged\n");
  }

  @Test
  void the_errors_of_a_playbook_are_a_line_each() {
    InvalidRequestException problem =
        new InvalidRequestException("w.yaml:3:1: unknown key 'nexts'\nw.yaml:9:5: no step 'ned'", "mend the playbook");

    assertThat(failing(problem).err())
        .isEqualTo(
            """
            noetl: w.yaml:3:1: unknown key 'nexts'
            noetl: w.yaml:9:5: no step 'ned'
            noetl: mend the playbook
            """);
  }

  @Test
  void control_characters_of_a_message_do_not_reach_the_terminal() {
    assertThat(failing(new InputException("bad\u001b[31m\tname", "")).err())
        .isEqualTo("noetl: bad\\u001b[31m\\tname\n");
  }

  @Test
  void a_defect_says_so_in_one_line_and_exits_1() {
    Console console =
        new Console()
            .running(
                (request, listener, cancellation) -> {
                  throw new IllegalStateException("two starts");
                });

    assertThat(console.run("run", "w.yaml"))
        .isEqualTo(
            new Console.Outcome(
                1,
                "",
                "noetl: this is a defect of noetl: java.lang.IllegalStateException: two starts; "
                    + "run it again with --debug and report what that shows\n"));
  }

  @Test
  void errors_of_the_virtual_machine_are_lines_too() {
    Console console =
        new Console()
            .running(
                (request, listener, cancellation) -> {
                  throw new OutOfMemoryError("Java heap space");
                });

    assertThat(console.run("run", "w.yaml"))
        .isEqualTo(new Console.Outcome(1, "", "noetl: out of memory; give Java a larger heap, with -Xmx\n"));
  }

  @Test
  void debug_adds_the_stack_trace() {
    Console console =
        new Console()
            .running(
                (request, listener, cancellation) -> {
                  throw new StoreException("damaged", "restore it", new IOException("bad block"));
                });

    List<String> lines = console.run("run", "w.yaml", "--debug").err().lines().toList();

    assertThat(lines)
        .startsWith("noetl: damaged; restore it", "io.noetl.application.error.StoreException: damaged")
        .contains("Caused by: java.io.IOException: bad block");
  }

  @Test
  void an_answer_that_cannot_be_written_exits_3() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThat(new Console().writingTo(full).run("--version"))
        .isEqualTo(new Console.Outcome(3, "", "noetl: the answer could not be written to standard output\n"));
  }

  private static Console.Outcome failing(RuntimeException problem) {
    return new Console()
        .running(
            (request, listener, cancellation) -> {
              throw problem;
            })
        .run("run", "w.yaml");
  }
}
