package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The filters for regular expressions; the expressions themselves are tested against Python by {@code RegexCasesTest}. */
class RegexFiltersTest {

  private final TemplateFixture templates = new TemplateFixture();

  @Test
  void regex_replace_takes_groups_by_number_and_name() {
    assertThat(templates.json("{{ 'a1b22' | regex_replace('[0-9]+', '#') }}")).isEqualTo("\"a#b#\"");
    assertThat(templates.json("{{ 'John Smith' | regex_replace('(\\\\w+) (\\\\w+)', '\\\\2, \\\\1') }}"))
        .isEqualTo("\"Smith, John\"");
    assertThat(templates.json("{{ 'x=1' | regex_replace('(?P<k>\\\\w)=(?P<v>\\\\d)', '\\\\g<v>:\\\\g<k>') }}"))
        .isEqualTo("\"1:x\"");
    assertThat(templates.json("{{ 'aAa' | regex_replace('a', 'b', ignorecase=true, count=2) }}")).isEqualTo("\"bba\"");
  }

  @Test
  void regex_replace_without_arguments_replaces_nothing_by_nothing() {
    assertThat(templates.json("{{ 'ab' | regex_replace }}")).isEqualTo("\"ab\"");
    assertThat(templates.json("{{ 'ab' | regex_replace('b') }}")).isEqualTo("\"a\"");
    assertThat(templates.json("{{ 'ab' | regex_replace(replacement='-') }}")).isEqualTo("\"-a-b-\"");
    assertThat(templates.json("{{ 'ab\nb' | regex_replace('^b', '-', false, true) }}")).isEqualTo("\"ab\\n-\"");
  }

  @Test
  void regex_replace_can_insist_on_a_number_of_matches() {
    assertThat(templates.json("{{ 'aa' | regex_replace('a', 'b', mandatory_count=2) }}")).isEqualTo("\"bb\"");
    assertThat(templates.failure("{{ 'aa' | regex_replace('a', 'b', mandatory_count=3) }}"))
        .isEqualTo("1:11: the pattern 'a' should match 3 times, but matches 2 times in 'aa'");
  }

  @Test
  void regex_search_yields_the_match_or_none_or_the_groups_asked_for() {
    assertThat(templates.json("{{ 'order 66!' | regex_search('[0-9]+') }}")).isEqualTo("\"66\"");
    assertThat(templates.json("{{ 'none' | regex_search('[0-9]+') }}")).isEqualTo("null");
    assertThat(templates.json("{{ 'a-1' | regex_search('(.)-(.)', '\\\\2', '\\\\1') }}")).isEqualTo("[\"1\",\"a\"]");
    assertThat(templates.json("{{ 'a' | regex_search('(?P<x>a)(b)?', '\\\\g<x>', '\\\\2') }}")).isEqualTo("[\"a\",null]");
    assertThat(templates.json("{{ 'xA' | regex_search('a', ignorecase=true) }}")).isEqualTo("\"A\"");
    assertThat(templates.json("{{ 'x\na' | regex_search('^a', multiline=true) }}")).isEqualTo("\"a\"");
  }

  @Test
  void regex_search_refuses_groups_that_are_none() {
    assertThat(templates.failure("{{ 'a' | regex_search('(a)', '1') }}")).isEqualTo(
        "1:10: 'regex_search' takes groups as '\\\\1' or '\\\\g<name>' behind its pattern, found '1'");
    assertThat(templates.failure("{{ 'a' | regex_search('(a)', '\\\\2') }}")).isEqualTo("1:10: the pattern has no group '2'");
    assertThat(templates.failure("{{ 'a' | regex_search('(a)', '\\\\g<x>') }}"))
        .isEqualTo("1:10: the pattern has no group 'x'");
  }

  @Test
  void regex_findall_yields_matches_or_groups() {
    assertThat(templates.json("{{ 'a1 b22' | regex_findall('[0-9]+') }}")).isEqualTo("[\"1\",\"22\"]");
    assertThat(templates.json("{{ 'a1 b22' | regex_findall('[a-z]([0-9]+)') }}")).isEqualTo("[\"1\",\"22\"]");
    assertThat(templates.json("{{ 'a1 b' | regex_findall('([a-z])([0-9])?') }}")).isEqualTo("[[\"a\",\"1\"],[\"b\",\"\"]]");
    assertThat(templates.json("{{ 'a\nA' | regex_findall('^a', true, true) }}")).isEqualTo("[\"a\",\"A\"]");
    assertThat(templates.json("{{ 'a\nA' | regex_findall('^a', multiline=true) }}")).isEqualTo("[\"a\"]");
  }

  @Test
  void regex_escape_makes_a_pattern_of_a_text() {
    assertThat(templates.json("{{ '^a.*b (c)-[d]$' | regex_escape }}"))
        .isEqualTo("\"\\\\^a\\\\.\\\\*b\\\\ \\\\(c\\\\)\\\\-\\\\[d\\\\]\\\\$\"");
    assertThat(templates.json("{{ '^a.*b (c)-[d]$' | regex_escape('posix_basic') }}"))
        .isEqualTo("\"\\\\^a\\\\.\\\\*b (c)-\\\\[d\\\\]\\\\$\"");
    assertThat(templates.failure("{{ 'a' | regex_escape('pcre') }}"))
        .isEqualTo("1:10: 'regex_escape' knows the types 'python' and 'posix_basic', not 'pcre'");
  }

  @Test
  void a_pattern_that_backtracks_without_end_is_stopped() {
    assertThat(templates.failure("{{ ('a' * 40) | regex_search('(a|aa)+$\\\\1b') }}"))
        .isEqualTo("1:17: the template exceeds the limit of 5000000 operations");
    assertThat(templates.failure("{{ ('a' * 3000) | regex_replace('.*.*.*.*b', '') }}"))
        .isEqualTo("1:19: the template exceeds the limit of 5000000 operations");
    assertThat(templates.failure("{{ ('a' * 300000) | regex_search('(a|b)*c') }}"))
        .isEqualTo("1:21: the template exceeds the limit of 1000000 positions saved by a regular expression");
  }

  @Test
  void an_invalid_pattern_is_an_error_that_shows_it_and_the_position_in_it() {
    assertThat(templates.failure("{{ 'a' | regex_search('(') }}"))
        .isEqualTo("1:10: the pattern '(' is invalid: missing ), unterminated subpattern at position 0");
    assertThat(templates.failure("{{ 'a' | regex_findall('a[b') }}"))
        .isEqualTo("1:10: the pattern 'a[b' is invalid: unterminated character set at position 1");
    assertThat(templates.failure("{{ 'a' | regex_search('a' * 3000) }}"))
        .isEqualTo("1:10: the pattern '" + "a".repeat(60) + "...' is invalid: longer than 2000 characters");
    assertThat(templates.failure("{{ 'a' | regex_replace('a', '\\\\3') }}"))
        .isEqualTo("1:10: the replacement '\\\\3' is invalid: invalid group reference 3 at position 1");
  }
}
