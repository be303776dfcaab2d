package io.noetl.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Node;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodesTest {

  private static final Task TASK =
      new Task("get", Position.START, "http", Fields.NONE, Fields.NONE, new Parameters.None());
  private static final Loop LOOP =
      new Loop(new Literal(Value.EMPTY_LIST, Position.START), "i", null, Loop.OnItemError.FINISH, Position.START);

  @ParameterizedTest
  @CsvSource({
    "fetch, ''",
    "fetch#2, ''",
    "fetch/get, ''",
    "city_loop[2], '2'",
    "city_loop#3[12].judge#2, '12'",
    "a[0].b[10].c[200]/task, '0 10 200'",
    "a[4].b->c#2, '4'"
  })
  void a_node_id_names_the_items_that_lead_to_its_scope(String id, String path) {
    int[] expected = List.of(path.split(" ")).stream().filter(p -> !p.isEmpty()).mapToInt(Integer::parseInt).toArray();

    assertThat(Nodes.path(id)).containsExactly(expected);
  }

  @Test
  void a_step_has_the_type_of_its_action() {
    TaskCall call = new TaskCall.Inline(TASK, Fields.NONE);

    assertThat(typeOf(new StepAction.Route())).isEqualTo("step");
    assertThat(typeOf(new StepAction.Call(call))).isEqualTo("step");
    assertThat(typeOf(new StepAction.BodyLoop(LOOP))).isEqualTo("step.loop");
    assertThat(typeOf(new StepAction.TaskLoop(LOOP, call))).isEqualTo("step.loop");
    assertThat(typeOf(new StepAction.EndLoop("loop"))).isEqualTo("step.end_loop");
  }

  @Test
  void a_task_hangs_under_its_caller_and_an_iteration_under_its_loop() {
    Step step = step(new StepAction.BodyLoop(LOOP));
    StepVisit visit = new StepVisit(step, Nodes.step(step, "x[1].s#2"), 7, Instant.EPOCH, false);

    assertThat(Nodes.task(TASK, visit.node())).isEqualTo(new Node("x[1].s#2/get", "get", "task.http"));
    assertThat(Nodes.iteration(visit, 3)).isEqualTo(new Node("x[1].s#2[3]", "s", "iteration"));
  }

  private static String typeOf(StepAction action) {
    return Nodes.step(step(action), "s").type();
  }

  private static Step step(StepAction action) {
    return new Step("s", Position.START, "", action, Fields.NONE, List.of());
  }
}
