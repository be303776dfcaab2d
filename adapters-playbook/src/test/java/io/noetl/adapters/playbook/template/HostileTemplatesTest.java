package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates that would run for ever, fill the memory or reach out: each ends in an error with a position. */
class HostileTemplatesTest {

  private static final List<String> HOSTILE = List.of(
      "{{ 'a' * 10 ** 10 }}",
      "{{ 'ab' * 5000000 }}",
      "{{ [0] * 10 ** 9 }}",
      "{{ (0,) * 2000000 }}",
      "{{ range(10 ** 12) | list }}",
      "{{ range(10 ** 9) | sum }}",
      "{{ range(2 ** 62) }}",
      "{% for i in range(10 ** 9) %}{% endfor %}",
      "{% for i in range(10 ** 9) %}x{% endfor %}",
      "{% for i in range(10 ** 5) %}{% for j in range(10 ** 5) %}{% endfor %}{% endfor %}",
      "{{ 10 ** (10 ** 10) }}",
      "{{ 9 ** (9 ** 9) }}",
      "{{ 2 ** 100000 }}",
      "{{ (2 ** 60000) * (2 ** 60000) }}",
      "{{ 2 ** 60000 }} x",
      "{{ 2 ** 60000 }}",
      "{{ '%1000000000d' % 1 }}",
      "{{ '%.1000000000f' % 1 }}",
      "{{ '%*d' % (999999999, 1) }}",
      "{{ '{:1000000000}'.format(1) }}",
      "{{ '{:.1000000000f}'.format(1.5) }}",
      "{{ 'a'.center(10 ** 9) }}",
      "{{ 'a'.ljust(10 ** 9) }}",
      "{{ 'a'.zfill(10 ** 9) }}",
      "{{ 'a' | center(10 ** 9) }}",
      "{{ 'a\tb'.expandtabs(10 ** 9) }}",
      "{{ 'a\nb' | indent(10 ** 9) }}",
      "{{ 'a' | indent(10 ** 9, true) }}",
      "{{ [1] | tojson(indent=10 ** 9) }}",
      "{{ [1] | batch(10 ** 9, 0) | list }}",
      "{{ [1] | slice(10 ** 9, 0) | list }}",
      "{{ lipsum(10 ** 9) }}",
      "{{ ('é' * 1000000) | list | length }}",
      "{{ range(1000000) | map('string') | map('list') | list | length }}",
      "{% set l = [] %}{% for i in range(10 ** 6) %}{% set _ = l.append([]) %}{% endfor %}",
      "{% set l = [] %}{% for i in range(10 ** 6) %}{% set _ = l.append({i: i}) %}{% endfor %}",
      "{% set l = [] %}{% for i in range(10 ** 6) %}{% set _ = l.append(i ~ 'a') %}{% endfor %}",
      "{{ ('a' * 1000000).replace('a', 'b' * 1000) }}",
      "{{ ('a' * 1000000) | replace('a', 'b' * 1000) }}",
      "{{ ('a' * 1000).join(range(100000) | map('string')) }}",
      "{{ range(100000) | join('a' * 1000) }}",
      "{% set x = 'ab' %}{% for i in range(40) %}{% set x = x ~ x %}{% endfor %}{{ [x] * 5000000 }}",
      "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
      "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
      "{% set ns = namespace(x=7) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
      "{% set ns = namespace(x=[]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }} x",
      "{% set ns = namespace(x=[]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
      "{% set ns = namespace(x=[]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | tojson }}",
      "{% set ns = namespace(x=[], y=[]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}"
          + "{% set ns.y = [ns.y, ns.y] %}"
          + "{% endfor %}{{ ns.x == ns.y }}",
      "{% set l = [] %}{% set _ = l.append(l) %}{{ l }} x",
      "{% set l = [] %}{% set _ = l.append(l) %}{{ l | tojson }}",
      "{% set l = [] %}{% set _ = l.append(l) %}{{ l | pprint }}",
      "{% set d = {} %}{% set _ = d.update(x=d) %}{{ d }} x",
      "{% set l = [] %}{% set m = [] %}{% set _ = l.append(l) %}{% set _ = m.append(m) %}{{ l == m }}",
      "{% set l = [1] %}{% for i in l %}{% set _ = l.append(i) %}{% endfor %}",
      "{% set l = [1] %}{{ l.extend(l) }}{% for i in range(50) %}{% set _ = l.extend(l) %}{% endfor %}",
      "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
      "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
      "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
      "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
      "{% block a %}{{ self.a() }}{% endblock %}",
      "{{ ('a' * 40) | regex_search('(a|aa)+$\\\\1b') }}",
      "{{ ('a' * 40) | regex_replace('(a*)*\\\\1b', 'x') }}",
      "{{ ('a' * 3000) | regex_search('.*.*.*.*b') }}",
      "{{ ('a' * 100000) | regex_search('(a|b)*c') }}",
      "{{ 'a' | regex_search('a' * 100000) }}",
      "{{ ''.__class__ }}",
      "{{ ''.__class__.__mro__ }}",
      "{{ [].__class__.__base__.__subclasses__() }}",
      "{{ ''.getClass() }}",
      "{{ range.__globals__ }}",
      "{{ lipsum.__globals__['os'] }}",
      "{{ '{0.__class__}'.format('a') }}",
      "{{ '' | attr('__class__') }}",
      "{{ [''] | map(attribute='__class__') | list }}",
      "{{ self.__init__ }}",
      "{{ cycler.__init__.__globals__ }}",
      "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}",
      "{{ " + "[".repeat(5000) + "]".repeat(5000) + " }}",
      "{{ " + "-".repeat(5000) + "1 }}",
      "{{ " + "not ".repeat(5000) + "1 }}",
      "{{ 1" + " + 1".repeat(5000) + " }}",
      "{{ x" + ".a".repeat(5000) + " }}",
      "{{ 1" + " if 1 else 1".repeat(5000) + " }}",
      "{% if 1 %}".repeat(5000),
      "{{ " + "9".repeat(100_000) + " }}");

  private final TemplateFixture templates = new TemplateFixture().with("x", "{}");

  @Test
  void each_ends_in_an_error_with_a_position() {
    List<String> survivors = new ArrayList<>();
    for (String template : HOSTILE) {
      Rendered rendered = templates.render(TemplateText.of(template), true);
      if (!(rendered instanceof Rendered.Failure failure) || failure.problem().message().isBlank()) {
        survivors.add(template.substring(0, Math.min(80, template.length())));
      }
    }
    assertThat(survivors).isEmpty();
  }

  @Test
  void the_error_names_the_limit() {
    assertThat(templates.failure("{{ 'a' * 10 ** 10 }}"))
        .isEqualTo("1:8: the template exceeds the limit of 4194304 characters in one text");
    assertThat(templates.failure("{% for i in range(10 ** 9) %}{% endfor %}"))
        .isEqualTo("1:13: the template exceeds the limit of 5000000 operations");
    assertThat(templates.failure("{{ range(10 ** 12) | list }}"))
        .isEqualTo("1:22: the template exceeds the limit of 500000 list elements");
    assertThat(templates.failure("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
        .isEqualTo("1:19: the template exceeds the limit of 500 levels of nesting");
    assertThat(templates.failure("{{ 2 ** 100000 }}"))
        .isEqualTo("1:6: the template exceeds the limit of 65536 bits in an integer");
  }
}
