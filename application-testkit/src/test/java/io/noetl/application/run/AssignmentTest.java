package io.noetl.application.run;

import static io.noetl.application.run.PayloadMergeTest.fields;
import static io.noetl.application.run.PayloadMergeTest.shown;
import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=1      | {\"a\":2,\"b\":3}        | {\"a\":!5,\"b\":3}",
        "c=1      | {\"a\":2}                | {\"a\":2,\"c\":!5}",
        "m.x=1    | {\"m\":{\"x\":1,\"y\":2}}| {\"m\":{\"x\":!5,\"y\":2}}",
        "m.z=1    | {\"m\":{\"x\":1}}        | {\"m\":{\"x\":1,\"z\":!5}}",
        "n.o.p=1  | {}                       | {\"n\":{\"o\":{\"p\":!5}}}",
        "m=1      | {\"m\":{\"x\":1}}        | {\"m\":!5}",
      })
  void puts_a_value_at_a_path_and_leaves_everything_beside_it(String assignment, String workload, String expected) {
    assertThat(shown(Assignment.of(assignment).in(fields(workload), Value.of(5)))).isEqualTo(expected);
  }

  @Test
  void reaches_into_maps_that_came_with_the_payload() {
    var payload = PayloadMerge.over(fields("{}"), (MapValue) json("{\"m\":{\"x\":1,\"y\":2}}"), false);

    assertThat(shown(Assignment.of("m.x=1").in(payload, Value.of(5)))).isEqualTo("{\"m\":{\"x\":!5,\"y\":!2}}");
  }

  @Test
  void splits_at_the_first_equals_sign_and_keeps_the_text_as_it_is() {
    assertThat(Assignment.of("a.b= x=y ")).isEqualTo(new Assignment(List.of("a", "b"), " x=y "));
    assertThat(Assignment.of("a=")).isEqualTo(new Assignment(List.of("a"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=1", "a.=1", ".a=1", "a..b=1", " =1", "a. .b=1"})
  void refuses_what_is_no_assignment(String text) {
    assertThatThrownBy(() -> Assignment.of(text))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequestException.class))
        .returns("--set '" + text + "' is no assignment", Throwable::getMessage)
        .returns("write --set key=value or --set key.path=value", InvalidRequestException::remedy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"m\":[1]}", "{\"m\":\"{{ x }}\"}", "{\"m\":3}", "{\"m\":null}"})
  void refuses_a_path_through_something_that_is_no_map(String workload) {
    assertThatThrownBy(() -> Assignment.of("m.x=1").in(fields(workload), Value.of(5)))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequestException.class))
        .returns("--set m.x: 'm' is no map in the workload", Throwable::getMessage)
        .returns("set 'm' itself, or a key of a map", InvalidRequestException::remedy);
  }
}
