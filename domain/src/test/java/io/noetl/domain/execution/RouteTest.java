package io.noetl.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  private static final NextEntry.When WHEN =
      new NextEntry.When(TemplateText.of("{{ hot }}"), targets("b", "c"), targets("d"));
  private static final NextEntry.Otherwise OTHERWISE = new NextEntry.Otherwise(targets("e", "f"));
  private static final Step STEP =
      new Step(
          "a",
          Position.START,
          "",
          new StepAction.Route(),
          Fields.NONE,
          List.of(new NextEntry.Always(target("x")), WHEN, OTHERWISE));

  @ParameterizedTest
  @CsvSource({
    "next[0], x,",
    "next[1].then[0], b, {{ hot }}",
    "next[1].then[1], c, {{ hot }}",
    "next[1].else[0], d, not ({{ hot }})",
    "next[2].else[0], e, else",
    "next[2].else[1], f, else"
  })
  void a_place_names_one_route(String place, String step, String condition) {
    assertThat(Route.of(STEP, place)).isEqualTo(new Route(place, target(step), condition));
  }

  @Test
  void a_route_that_was_taken_is_found_again_by_its_place() {
    List<Route> routes =
        List.of(
            Route.always(0, target("x")),
            Route.then(1, 0, WHEN),
            Route.then(1, 1, WHEN),
            Route.otherwise(1, 0, WHEN),
            Route.otherwise(2, 1, OTHERWISE));

    assertThat(routes).allSatisfy(route -> assertThat(Route.of(STEP, route.place())).isEqualTo(route));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "next",
        "next[]",
        "next[x]",
        "next[3]",
        "next[-1]",
        "next[0].then[0]",
        "next[1]",
        "next[1].then[2]",
        "next[1].else[1]",
        "next[1].or[0]",
        "next[1].then[0",
        "next[1].then[0]x",
        "next[2]",
        "next[2].then[0]",
        "next[99999999999]"
      })
  void a_place_that_the_step_does_not_have_is_refused(String place) {
    assertThatThrownBy(() -> Route.of(STEP, place))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("step 'a' has no route '" + place + "'");
  }

  private static List<Target> targets(String... steps) {
    return List.of(steps).stream().map(RouteTest::target).toList();
  }

  private static Target target(String step) {
    return new Target(step, Fields.NONE, Position.START);
  }
}
