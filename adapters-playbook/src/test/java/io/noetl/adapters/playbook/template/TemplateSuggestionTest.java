package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages suggest instead of a name that is nearly right, strict and lenient alike. */
class TemplateSuggestionTest {

  private final TemplateFixture templates = new TemplateFixture()
      .with("workload", "{\"cities\": [\"Oslo\"], \"order\": {\"price\": 3, \"items\": 1, \"Total\": 2}}")
      .with("order", "{\"price\": 3, \"prize\": 4, \"Total\": 2}")
      .with("orders", "[]")
      .with("text", "\"x\"")
      .with("number", "7");

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
    "{{ wrkload }} => 1:4: 'wrkload' is undefined; did you mean 'workload'?",
    "{{ Workload }} => 1:4: 'Workload' is undefined; did you mean 'workload'?",
    "{{ ordres }} => 1:4: 'ordres' is undefined; did you mean 'orders'?",
    "{{ nwo }} => 1:4: 'nwo' is undefined; did you mean 'now'?",
    "{{ nothing_like_it }} => 1:4: 'nothing_like_it' is undefined",
    "{% set total = 1 %}{{ totl }} => 1:23: 'totl' is undefined; did you mean 'total'?",
    "{{ order.pirce }} => 1:10: a map has no key 'pirce'; did you mean 'price'?",
    "{{ order['prixe'] }} => 1:9: a map has no key 'prixe'; did you mean 'price'?",
    "{{ order.total }} => 1:10: a map has no key 'total'; did you mean 'Total'?",
    "{{ order.itmes() }} => 1:10: a map has no key 'itmes'; did you mean 'items'?",
    "{{ workload.order.pric }} => 1:19: a map has no key 'pric'; did you mean 'price'?",
    "{{ text.uper() }} => 1:9: a string has no attribute 'uper'; did you mean 'upper'?",
    "{{ orders.apend(1) }} => 1:11: a list has no attribute 'apend'; did you mean 'append'?",
    "{{ number.bitlength() }} => 1:11: an integer has no attribute 'bitlength'; did you mean 'bit_length'?",
    "{{ number.x }} => 1:11: an integer has no attribute 'x'",
    "{{ (1, 2).cuont(1) }} => 1:11: a tuple has no attribute 'cuont'; did you mean 'count'?",
    "{{ true.x }} => 1:9: a boolean has no attribute 'x'",
    "{{ none.x }} => 1:9: none has no attribute 'x'",
    "{{ 1.5.x }} => 1:8: a float has no attribute 'x'",
    "{% for i in 'a' %}{{ loop.idnex }}{% endfor %} => 1:27: a LoopContext has no attribute 'idnex'; did you mean 'index'?",
    "{% set n = namespace(count=1) %}{{ n.cuont }} => 1:38: a namespace has no attribute 'cuont'; did you mean 'count'?",
    "{{ text | attr('uper') }} => 1:11: a string has no attribute 'uper'; did you mean 'upper'?",
    "{{ text | uper }} => 1:11: unknown filter 'uper'; did you mean 'upper'?",
    "{% if text %}{{ text | uper }}{% endif %} => 1:24: unknown filter 'uper'; did you mean 'upper'?",
    "{{ 1 if text is defind }} => 1:17: unknown test 'defind'; did you mean 'defined'?",
    "{{ [text] | map('uper') | list }} => 1:13: unknown filter 'uper'; did you mean 'upper'?",
    "{{ [text] | select('strnig') | list }} => 1:13: unknown test 'strnig'; did you mean 'string'?",
    "{{ text | replace('a', 'b', cuont=1) }} => 1:11: 'replace' takes no argument 'cuont'; did you mean 'count'?",
    "{{ joiner(sepp='') }} => 1:4: 'joiner' takes no argument 'sepp'; did you mean 'sep'?",
    "{{ [order] | map(attribute='price', defualt=1) | list }} => 1:14: 'map' with 'attribute' takes no argument 'defualt'; did you mean 'default'?",
    "{% macro m(size) %}{% endmacro %}{{ m(siez=1) }} => 1:37: macro 'm' takes no argument 'siez'; did you mean 'size'?",
    "{% fro x in y %} => 1:4: unknown statement 'fro'; did you mean 'for'?",
    "{% unlike it %} => 1:4: unknown statement 'unlike'"
  })
  void the_nearest_name_is_suggested(String template, String message) {
    assertThat(templates.failure(template)).isEqualTo(message);
    assertThat(templates.warnings(template)).containsExactly(message);
  }

  @Test
  void of_two_names_as_near_the_first_in_order_is_suggested() {
    assertThat(templates.failure("{{ order.pri_e }}")).isEqualTo("1:10: a map has no key 'pri_e'; did you mean 'price'?");
    assertThat(templates.failure("{{ orderz }}")).isEqualTo("1:4: 'orderz' is undefined; did you mean 'order'?");
  }

  @Test
  void short_names_are_near_at_one_edit_and_longer_ones_at_two() {
    TemplateFixture names = new TemplateFixture().with("abcd", "1").with("vwxyz", "1");
    assertThat(names.failure("{{ axxd }}")).isEqualTo("1:4: 'axxd' is undefined");
    assertThat(names.failure("{{ vw__z }}")).isEqualTo("1:4: 'vw__z' is undefined; did you mean 'vwxyz'?");
    assertThat(names.failure("{{ v___z }}")).isEqualTo("1:4: 'v___z' is undefined");
    assertThat(names.failure("{{ dcba }}")).isEqualTo("1:4: 'dcba' is undefined");
  }

  @Test
  void what_is_undefined_many_times_in_one_place_is_described_ten_times() {
    assertThat(templates.warnings("{% for i in range(1000) %}{{ orders[i] }}{% endfor %}{{ ordr }}"))
        .hasSize(11)
        .startsWith("1:36: a list of length 0 has no element 0")
        .endsWith("1:57: 'ordr' is undefined; did you mean 'order'?");
  }
}
