package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Read;
import io.noetl.domain.template.TemplateText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads are shown as {@code line:column path}, a guarded one with a question mark. */
class TemplateReadsTest {

  private final JinjaTemplateEngine engine = new JinjaTemplateEngine();

  private List<String> reads(String template) {
    return engine.reads(TemplateText.of(template)).stream()
        .map(read -> read.position() + " " + String.join("/", read.path()) + (read.guarded() ? "?" : ""))
        .toList();
  }

  @Test
  void a_path_is_a_name_and_the_constant_keys_behind_it() {
    assertThat(reads("{{ a }}")).containsExactly("1:4 a");
    assertThat(reads("{{ a.b['c'].d }}")).containsExactly("1:4 a/b/c/d");
    assertThat(reads("{{ a['x y']['z'] }}")).containsExactly("1:4 a/x y/z");
  }

  @Test
  void an_index_a_slice_a_computed_key_and_a_call_end_a_path() {
    assertThat(reads("{{ a.b[0].c }}")).containsExactly("1:4 a/b");
    assertThat(reads("{{ a.b.0.c }}")).containsExactly("1:4 a/b");
    assertThat(reads("{{ a.b[1:n].c }}")).containsExactly("1:4 a/b", "1:10 n");
    assertThat(reads("{{ a.b[k.j].c }}")).containsExactly("1:4 a/b", "1:8 k/j");
    assertThat(reads("{{ a.b.items() }}")).containsExactly("1:4 a/b");
    assertThat(reads("{{ a.get(k).b }}")).containsExactly("1:4 a", "1:10 k");
    assertThat(reads("{{ f(a.b).c }}")).containsExactly("1:4 f", "1:6 a/b");
    assertThat(reads("{{ (a ~ b).c }}")).containsExactly("1:5 a", "1:9 b");
    assertThat(reads("{{ (a.b | upper).c }}")).containsExactly("1:5 a/b");
  }

  @Test
  void every_read_is_told_at_its_place_in_the_file() {
    TemplateText block = new TemplateText("select {{ a }}\nfrom {{ b.c }}, {{ a }}", new Position(10, 9), 7);
    assertThat(engine.reads(block)).containsExactly(
        new Read(List.of("a"), new Position(10, 19), false),
        new Read(List.of("b", "c"), new Position(11, 15), false),
        new Read(List.of("a"), new Position(11, 26), false));
  }

  @Test
  void text_without_tags_and_broken_templates_read_nothing() {
    assertThat(reads("no tags")).isEmpty();
    assertThat(reads("{{ a + }}")).isEmpty();
    assertThat(reads("{{}}")).isEmpty();
  }

  @Test
  void the_operand_of_default_is_guarded() {
    assertThat(reads("{{ a.b.c | default(d) }}")).containsExactly("1:4 a/b/c?", "1:20 d");
    assertThat(reads("{{ a[k] | d(1) }}")).containsExactly("1:4 a?", "1:6 k");
    assertThat(reads("{{ a | upper | default(1) }}")).containsExactly("1:4 a");
    assertThat(reads("{{ a.b() | default(1) }}")).containsExactly("1:4 a");
    assertThat(reads("{{ a | default(1) | upper }}")).containsExactly("1:4 a?");
  }

  @Test
  void the_operand_of_a_presence_test_is_guarded() {
    assertThat(reads("{{ a.b is defined }}")).containsExactly("1:4 a/b?");
    assertThat(reads("{{ a is undefined }}")).containsExactly("1:4 a?");
    assertThat(reads("{{ a is not defined }}")).containsExactly("1:4 a?");
    assertThat(reads("{{ a is none }}")).containsExactly("1:4 a");
  }

  @Test
  void what_a_condition_has_found_present_is_guarded() {
    assertThat(reads("{{ x if x is defined else x }}")).containsExactly("1:9 x?", "1:4 x?", "1:27 x");
    assertThat(reads("{{ 1 if x is undefined else x.y }}")).containsExactly("1:9 x?", "1:29 x/y?");
    assertThat(reads("{{ x.y is defined and x.y > 1 }}")).containsExactly("1:4 x/y?", "1:23 x/y?");
    assertThat(reads("{{ x is not defined or x.y }}")).containsExactly("1:4 x?", "1:24 x/y?");
    assertThat(reads("{{ x is defined or x.y }}")).containsExactly("1:4 x?", "1:20 x/y");
    assertThat(reads("{{ x.y is defined and x.z }}")).containsExactly("1:4 x/y?", "1:23 x/z");
  }

  @Test
  void what_an_if_has_found_present_is_guarded_within() {
    assertThat(reads("{% if x | default(false) %}{{ x.y }}{% else %}{{ x }}{% endif %}{{ x }}"))
        .containsExactly("1:7 x?", "1:31 x/y?", "1:50 x", "1:68 x");
    assertThat(reads("{% if x | default(true) %}{{ x }}{% endif %}")).containsExactly("1:7 x?", "1:30 x");
    assertThat(reads("{% if x is undefined %}{{ x }}{% elif p %}{{ x }}{% else %}{{ x }}{% endif %}"))
        .containsExactly("1:7 x?", "1:27 x", "1:39 p", "1:46 x?", "1:63 x?");
    assertThat(reads("{% if not (x is undefined or y is undefined) %}{{ x }}{{ y }}{% endif %}"))
        .containsExactly("1:12 x?", "1:30 y?", "1:51 x?", "1:58 y?");
  }

  @Test
  void a_name_that_every_way_through_an_if_binds_is_bound_behind_it() {
    assertThat(reads("{% if p %}{% set a = 1 %}{% else %}{% set a = 2 %}{% endif %}{{ a }}")).containsExactly("1:7 p");
    assertThat(reads("{% if p %}{% set a = 1 %}{% elif q %}{% set a = 2 %}{% endif %}{{ a }}"))
        .containsExactly("1:7 p", "1:34 q", "1:67 a");
  }

  @Test
  void a_name_that_is_bound_where_it_is_absent_is_guarded() {
    assertThat(reads("{% if a is not defined %}{% set a = 1 %}{% endif %}{{ a }}")).containsExactly("1:7 a?", "1:55 a?");
    assertThat(reads("{% for i in [1] %}{% if a is not defined %}{% set a = 1 %}{% endif %}{% endfor %}{{ a }}"))
        .containsExactly("1:25 a?", "1:85 a");
  }

  @Test
  void names_that_the_template_binds_itself_are_no_reads() {
    assertThat(reads("{% set a = b %}{{ a.c }}")).containsExactly("1:12 b");
    assertThat(reads("{% for k, v in c.items() if k > d %}{{ k }}{{ v.x }}{{ loop.index }}{% endfor %}{{ k }}"))
        .containsExactly("1:16 c", "1:33 d", "1:84 k");
    assertThat(reads("{% macro m(q, r=s) %}{{ q }}{{ caller() }}{{ t }}{% endmacro %}{{ m(1) }}"))
        .containsExactly("1:17 s", "1:46 t");
    assertThat(reads("{% with a = b %}{{ a.x }}{% endwith %}{{ a }}")).containsExactly("1:13 b", "1:42 a");
    assertThat(reads("{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}")).containsExactly("1:13 namespace?");
    assertThat(reads("{% set other.n = 1 %}")).containsExactly("1:8 other");
    assertThat(reads("{% block b %}{{ self.c() }}{% endblock %}{% block c %}{% endblock %}")).isEmpty();
  }

  @Test
  void global_functions_are_guarded_for_a_variable_may_hide_them() {
    assertThat(reads("{{ now() }}{% for i in range(n) %}{% endfor %}")).containsExactly("1:4 now?", "1:24 range?", "1:30 n");
  }

  @Test
  void a_chain_is_as_deep_as_any_expression_may_be() {
    String chain = "{{ a" + ".b".repeat(298) + " }}";
    assertThat(engine.reads(TemplateText.of(chain)).getFirst().path()).hasSize(299);
    String macro = "{% macro m() %}{{ a" + ".b".repeat(90_000) + " }}{% endmacro %}";
    assertThat(engine.syntaxProblem(TemplateText.of(macro)).map(TemplateFixture::shown))
        .contains("1:179419: an expression of more than 300 levels");
  }
}
