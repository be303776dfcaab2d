package io.noetl.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.run.RunReport;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonWriter;
import io.noetl.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's example of a program that embeds noetl. */
class EmbeddedRunTest {

  @Test
  void it_runs_a_playbook_and_reads_its_events() {
    List<String> events = new ArrayList<>();

    RunReport report = EmbeddedRun.run(Repository.playbook("hello_example"), events);

    assertThat(report.status()).isEqualTo(Status.SUCCESS);
    assertThat(JsonWriter.write(report.steps()))
        .isEqualTo(
            """
            {"start":null,"greet":{"greeting":"Hello, world!","letters":5},"end":{"message":"Hello, world! (5 letters)"}}""");
    assertThat(events)
        .containsExactly(
            "execution_start hello_example",
            "step_start start",
            "step_result start",
            "step_transition start->greet",
            "step_start greet",
            "task_start greet/greet",
            "task_complete greet/greet",
            "step_result greet",
            "step_transition greet->end",
            "step_start end",
            "step_result end",
            "execution_complete hello_example");
  }

  @Test
  void the_readme_shows_its_source() throws IOException {
    String source = Files.readString(Repository.file("bootstrap/src/test/java/io/noetl/example/EmbeddedRun.java"));

    assertThat(Files.readString(Repository.file("README.md"))).contains("```java\n" + source + "```\n");
  }
}
