package io.noetl.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InputException;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.CombinedTaskRunners;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CombinedTaskRunnersTest {

  private final ScriptedTaskRunner http = new ScriptedTaskRunner("http");
  private final ScriptedTaskRunner duckdb = new ScriptedTaskRunner("duckdb");

  @Test
  void has_the_types_and_runners_of_all_its_parts() {
    TaskRunners.Options options = TaskRunners.Options.LIVE.withStore(Path.of("noetl.duckdb"));
    TaskRunners combined =
        new CombinedTaskRunners(
            new Part("http", asked -> List.of(http)),
            new Part("duckdb", asked -> asked.equals(options) ? List.of(duckdb) : List.of()));

    assertThat(combined.types()).containsExactly("http", "duckdb");
    assertThat(combined.open(options)).containsExactly(http, duckdb);
    assertThat(options.store()).isEqualTo(Path.of("noetl.duckdb"));
  }

  @Test
  void closes_what_is_open_when_a_part_cannot_open_its_own() {
    InputException problem = new InputException("no recording", "make one");
    TaskRunners combined =
        new CombinedTaskRunners(
            new Part("http", asked -> List.of(http)),
            new Part(
                "duckdb",
                asked -> {
                  throw problem;
                }));

    assertThatThrownBy(() -> combined.open(TaskRunners.Options.LIVE)).isSameAs(problem);
    assertThat(http.closed()).isTrue();
  }

  private record Part(String type, Function<TaskRunners.Options, List<TaskRunner>> opening) implements TaskRunners {

    @Override
    public List<String> types() {
      return List.of(type);
    }

    @Override
    public List<TaskRunner> open(Options options) {
      return opening.apply(options);
    }
  }
}
