package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JinjaTemplateEngineTest {

  private final TemplateFixture templates = new TemplateFixture()
      .with("workload", "{\"cities\": [{\"name\": \"London\"}], \"threshold\": 26, \"raw\": \"{{ threshold }}\"}")
      .with("x", "{\"items\": [1, 2], \"plain\": 3}");

  @Test
  void a_single_expression_yields_its_value_and_anything_around_it_text() {
    assertThat(templates.json("{{ workload.threshold }}")).isEqualTo("26");
    assertThat(templates.json("{{ workload.threshold }} ")).isEqualTo("\"26 \"");
    assertThat(templates.json("{{ workload.threshold }}{{ 1 }}")).isEqualTo("\"261\"");
    assertThat(templates.json("{{ workload.threshold > 20 }}")).isEqualTo("true");
  }

  @Test
  void as_text_a_single_expression_prints_as_it_does_among_other_text() {
    String template = "{{ [workload.threshold, true, none, 'a', 1e-5] }}";
    assertThat(templates.value(template + "!")).isEqualTo(Value.of("[26, True, None, 'a', 1e-05]!"));
    assertThat(text(template)).isEqualTo("[26, True, None, 'a', 1e-05]");
    assertThat(text("{{ none }}")).isEqualTo("None");
    assertThat(text("{{ 'nan' | float }}")).isEqualTo("nan");
    assertThat(text("a {{ 1 }}")).isEqualTo("a 1");
    assertThat(text("{{ }}")).isEmpty();
  }

  @Test
  void as_text_problems_are_those_of_the_value() {
    assertThat(asText("{{ nope }}", true)).isEqualTo(new Rendered.Failure(
        new Problem("'nope' is undefined", new Position(1, 4))));
    assertThat(asText("{{ nope }}", false)).isEqualTo(new Rendered.Success(Value.EMPTY_TEXT,
        List.of(new Problem("'nope' is undefined", new Position(1, 4)))));
    assertThat(asText("{{ 1 / 0 }}", false)).isEqualTo(new Rendered.Success(Value.NULL,
        List.of(new Problem("division by zero", new Position(1, 6)))));
  }

  private String text(String template) {
    return ((TextValue) ((Rendered.Success) asText(template, true)).value()).value();
  }

  private Rendered asText(String template, boolean strict) {
    return templates.engine().renderText(TemplateText.of(template), templates.context(strict));
  }

  @Test
  void names_that_can_be_listed_are_suggested_to_lenient_renderings_too() {
    Variables listed = new Variables() {
      @Override
      public @Nullable Variable lookup(String name) {
        return null;
      }

      @Override
      public Set<String> names() {
        return Set.of("threshold");
      }
    };
    RenderContext context = new RenderContext(listed, Instant.EPOCH, 0, false);
    assertThat(templates.engine().render(TemplateText.of("{{ treshhold }}"), context)).isEqualTo(new Rendered.Success(
        Value.NULL, List.of(new Problem("'treshhold' is undefined; did you mean 'threshold'?", new Position(1, 4)))));
  }

  @Test
  void an_untouched_container_is_the_very_value_of_the_context() {
    Value cities = JsonReader.read("[{\"name\": \"Paris\"}]");
    templates.with("cities", new Variable.Plain(cities));
    assertThat(templates.value("{{ cities }}")).isSameAs(cities);
    assertThat(templates.value("{{ cities[0] }}")).isSameAs(((Value.ListValue) cities).items().getFirst());
  }

  @Test
  void a_change_inside_a_template_leaves_the_context_as_it_was() {
    assertThat(templates.json("{% set _ = workload.cities.append(1) %}{{ workload.cities | length }}")).isEqualTo("\"2\"");
    assertThat(templates.json("{{ workload.cities | length }}")).isEqualTo("1");
  }

  @Test
  void text_of_the_context_is_never_rendered_again() {
    assertThat(templates.json("{{ workload.raw }}")).isEqualTo("\"{{ threshold }}\"");
    assertThat(templates.json("a {{ workload.raw }}")).isEqualTo("\"a {{ threshold }}\"");
  }

  @Test
  void blank_templates_and_empty_prints_yield_empty_text() {
    for (String template : new String[] {"", "  ", "\n", "{{}}", "{{ }}", " {{ }} \n"}) {
      assertThat(templates.json(template)).as("[" + template + "]").isEqualTo("\"\"");
    }
  }

  @Test
  void text_without_tags_stays_but_for_one_line_break_at_its_end() {
    assertThat(templates.json("SELECT 1;\n")).isEqualTo("\"SELECT 1;\"");
    assertThat(templates.json("a\r\nb")).isEqualTo("\"a\\nb\"");
    assertThat(templates.json("{ } # % }}")).isEqualTo("\"{ } # % }}\"");
  }

  @Test
  void a_key_of_a_map_wins_over_a_method_of_the_same_name() {
    assertThat(templates.json("{{ x.items }}")).isEqualTo("[1,2]");
    assertThat(templates.json("{{ x.keys() | list }}")).isEqualTo("[\"items\",\"plain\"]");
  }

  @Test
  void an_outcome_is_its_data_and_has_attributes_of_its_own() {
    templates.with("step", new Variable.Outcome(JsonReader.read("{\"city\": \"Rome\"}"), "success", null));
    assertThat(templates.json("{{ step }}")).isEqualTo("{\"city\":\"Rome\"}");
    assertThat(templates.json("{{ step.city }} {{ step.data.city }} {{ step.result.city }} {{ step['status'] }}"))
        .isEqualTo("\"Rome Rome Rome success\"");
    assertThat(templates.json("{{ step.error }}")).isEqualTo("null");
    assertThat(templates.json("{{ step.get('city') }}")).isEqualTo("\"Rome\"");
  }

  @Test
  void a_key_of_an_outcomes_data_wins_over_an_attribute_of_the_outcome() {
    templates.with("step", new Variable.Outcome(JsonReader.read("{\"data\": 1, \"status\": 404}"), "error", "refused"));
    assertThat(templates.json("{{ [step.data, step.status, step.error] }}")).isEqualTo("[1,404,\"refused\"]");
  }

  @Test
  void an_outcome_that_is_no_map_has_its_attributes_too() {
    templates.with("step", new Variable.Outcome(Value.of("done"), "success", null));
    assertThat(templates.json("{{ [step.data, step.status, step.upper()] }}")).isEqualTo("[\"done\",\"success\",\"DONE\"]");
  }

  @Test
  void strict_rendering_fails_at_an_undefined_name_and_suggests_one_that_exists() {
    assertThat(templates.failure("Hi {{ wrkload.x }}")).isEqualTo("1:7: 'wrkload' is undefined; did you mean 'workload'?");
    assertThat(templates.failure("{{ workload.citys }}")).isEqualTo("1:13: a dict has no key 'citys'; did you mean 'cities'?");
    assertThat(templates.failure("{{ workload.cities[3] }}")).isEqualTo("1:19: a list of length 1 has no element 3");
  }

  @Test
  void lenient_rendering_makes_an_undefined_name_null_or_nothing_and_warns() {
    assertThat(templates.lenientJson("{{ nope }}")).isEqualTo("null");
    assertThat(templates.lenientJson("a{{ nope }}b")).isEqualTo("\"ab\"");
    assertThat(templates.warnings("a{{ nope }}b{{ nope.deep }}"))
        .containsExactly("1:5: 'nope' is undefined", "1:16: 'nope' is undefined");
  }

  @Test
  void lenient_chains_of_undefined_attributes_take_a_default_without_a_warning() {
    assertThat(templates.lenientJson("{{ a.b.c | default(1) }}")).isEqualTo("1");
    assertThat(templates.lenientJson("{{ workload.q['r'].s is defined }}")).isEqualTo("false");
    assertThat(templates.warnings("{{ a.b.c | default(1) }}")).isEmpty();
  }

  @Test
  void lenient_rendering_makes_a_whole_template_null_for_any_other_error() {
    assertThat(templates.lenientJson("a {{ 1 / 0 }}")).isEqualTo("null");
    assertThat(templates.warnings("a {{ nope }} {{ 1 / 0 }}"))
        .containsExactly("1:6: 'nope' is undefined", "1:19: division by zero");
    assertThat(templates.lenientJson("{{ 1 + }}")).isEqualTo("null");
    assertThat(templates.warnings("{{ 1 + }}")).containsExactly("1:8: expected an expression, found '}}'");
  }

  @Test
  void results_that_are_no_json_are_errors() {
    assertThat(templates.failure("{{ 'nan' | float }}")).isEqualTo("1:12: the result is nan, which is no JSON number");
    assertThat(templates.failure("{{ range }}")).isEqualTo("1:4: the result is the function 'range', which is no JSON value");
    assertThat(templates.failure("{{ [workload.keys] }}"))
        .isEqualTo("1:14: the result is the function 'keys', which is no JSON value");
    assertThat(templates.lenientJson("{{ 'inf' | float }}")).isEqualTo("null");
  }

  @Test
  void tuples_ranges_views_and_generators_become_lists_and_keys_text() {
    assertThat(templates.json("{{ (1, range(2), x.keys(), [1] | map('string')) }}"))
        .isEqualTo("[1,[0,1],[\"items\",\"plain\"],[\"1\"]]");
    assertThat(templates.json("{{ {1: 'a', none: 'b', 1.5: 'd', false: 'e'} }}"))
        .isEqualTo("{\"1\":\"a\",\"null\":\"b\",\"1.5\":\"d\",\"false\":\"e\"}");
  }

  @Test
  void now_is_the_time_of_the_context_with_six_digits_of_a_second() {
    assertThat(templates.json("{{ now() }}")).isEqualTo("\"2026-03-04T05:06:07.000000\"");
  }

  @Test
  void random_answers_the_same_in_every_rendering() {
    String first = templates.json("{{ range(1000) | list | random }} {{ range(1000) | list | random }}");
    assertThat(templates.json("{{ range(1000) | list | random }} {{ range(1000) | list | random }}")).isEqualTo(first);
  }

  @Test
  void problems_stand_at_their_place_in_the_file() {
    TemplateText block = new TemplateText("select *\nfrom {{ tabel }}", new Position(10, 9), 9);
    assertThat(templates.render(block, true)).isEqualTo(new Rendered.Failure(
        new Problem("'tabel' is undefined", new Position(11, 17))));
    TemplateText inline = new TemplateText("{{ 1 + }}", new Position(4, 12), 3);
    assertThat(templates.engine().syntaxProblem(inline).map(TemplateFixture::shown))
        .contains("4:19: expected an expression, found '}}'");
  }

  @Test
  void syntax_problems_are_found_without_rendering() {
    assertThat(problem("{{ x | uper }}")).isEqualTo("1:8: unknown filter 'uper'; did you mean 'upper'?");
    assertThat(problem("{{ x is defind }}")).isEqualTo("1:9: unknown test 'defind'; did you mean 'defined'?");
    assertThat(problem("{% if x %}\na")).isEqualTo("2:2: 'if' without its 'endif'");
    assertThat(problem("{{ x ? 1 : 2 }}"))
        .isEqualTo("1:6: unexpected character '?'; write 'a if condition else b', or 'x | default(y)'");
    assertThat(problem("{{ x && y }}")).isEqualTo("1:6: unexpected character '&'; write 'and'");
    assertThat(problem("{% include 'x' %}"))
        .isEqualTo("1:4: 'include' is not available: there are no other templates to load");
    assertThat(templates.engine().syntaxProblem(TemplateText.of("{{ x }}"))).isEmpty();
  }

  private String problem(String template) {
    return templates.engine().syntaxProblem(TemplateText.of(template)).map(TemplateFixture::shown).orElse("none");
  }

  @Test
  void variables_are_the_names_that_may_be_looked_up() {
    assertThat(templates.engine().variables(TemplateText.of("{{ a.b[c] | default(d) }} {% if e is in f %}{% endif %}")))
        .containsExactlyInAnyOrder("a", "c", "d", "e", "f");
    assertThat(templates.engine().variables(TemplateText.of("no tags"))).isEmpty();
    assertThat(templates.engine().variables(TemplateText.of("{{ broken"))).isEmpty();
  }

  @Test
  void variables_leave_out_what_the_template_surely_binds_itself() {
    assertThat(templates.engine().variables(TemplateText.of(
        "{% set a = b %}{{ a }}{% for k, v in c if k > d %}{{ k }}{{ v }}{{ loop.index }}{% endfor %}{{ k }}")))
        .containsExactlyInAnyOrder("b", "c", "d", "k");
    assertThat(templates.engine().variables(TemplateText.of(
        "{% if p %}{% set a = 1 %}{% endif %}{{ a }}{% macro m(q) %}{{ q }}{{ r }}{{ caller() }}{% endmacro %}{{ m(1) }}")))
        .containsExactlyInAnyOrder("p", "a", "r");
    assertThat(templates.engine().variables(TemplateText.of("{% with a = b %}{{ a }}{% endwith %}{{ c }}")))
        .containsExactlyInAnyOrder("b", "c");
  }
}
