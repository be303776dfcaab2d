package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The filters that Jinja itself does not have. */
class PlaybookFiltersTest {

  private final TemplateFixture templates = new TemplateFixture()
      .with("ts", "\"2026-01-05T09:03:07.120045+02:00\"")
      .with("d", "{\"a\": 1, \"b\": [1, {\"c\": null, \"d\": [[2]]}], \"e\": {\"f\": 1.0, \"g\": {}}, \"h\": []}");

  @Test
  void hash_is_the_digest_in_hexadecimal() {
    assertThat(templates.json("{{ 'abc' | hash('sha256') }}"))
        .isEqualTo("\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
    assertThat(templates.json("{{ 'abc' | hash }}")).isEqualTo("\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    assertThat(templates.failure("{{ 'abc' | hash('crc') }}"))
        .isEqualTo("1:12: 'hash' knows md5, sha1, sha224, sha256, sha384 and sha512, not 'crc'");
  }

  @Test
  void date_and_strftime_lay_out_iso_text() {
    assertThat(templates.json("{{ ts | date }}")).isEqualTo("\"2026-01-05\"");
    assertThat(templates.json("{{ ts | strftime('%d.%m.%y %I:%M:%S %p %f %j %a %A %b %B %z %%') }}"))
        .isEqualTo("\"05.01.26 09:03:07 AM 120045 005 Mon Monday Jan January +0200 %\"");
    assertThat(templates.json("{{ '2026-03-01' | strftime('%H:%M %z|%U %W %V %G %u %w') }}"))
        .isEqualTo("\"00:00 |09 08 09 2026 7 0\"");
    assertThat(templates.json("{{ now() | date('%F %T') }}")).isEqualTo("\"2026-03-04 05:06:07\"");
    assertThat(templates.failure("{{ 'soon' | date }}"))
        .isEqualTo("1:13: 'date' needs ISO 8601 text such as 2026-01-31T09:30:00Z, found 'soon'");
    assertThat(templates.failure("{{ ts | strftime('%Q') }}")).isEqualTo("1:9: unknown directive '%Q' in a date format");
  }

  @Test
  void to_yaml_writes_blocks_that_read_back_as_the_same() {
    assertThat(templates.json("{{ d | to_yaml }}")).isEqualTo(
        "\"a: 1\\nb:\\n- 1\\n- c: null\\n  d:\\n  - - 2\\ne:\\n  f: 1.0\\n  g: {}\\nh: []\\n\"");
    assertThat(templates.json("{{ ['yes', '1', 'a: b', 'it is', '', 'l1\\nl2', \"q'\", '-x', 1e20, none] | to_yaml }}"))
        .isEqualTo("\"- 'yes'\\n- '1'\\n- 'a: b'\\n- it is\\n- ''\\n- \\\"l1\\\\nl2\\\"\\n- q'\\n- '-x'\\n- 1.0e+20\\n- null\\n\"");
  }

  @Test
  void json_is_written_as_python_writes_it_and_read_back() {
    assertThat(templates.json("{{ {'b': 'é', 'a': 1.0} | tojson }}")).isEqualTo("\"{\\\"b\\\": \\\"\\\\u00e9\\\", \\\"a\\\": 1.0}\"");
    assertThat(templates.json("{{ {'b': 1, 'a': 2} | to_json(sort_keys=true, separators=(',', ':')) }}"))
        .isEqualTo("\"{\\\"a\\\":2,\\\"b\\\":1}\"");
    assertThat(templates.json("{{ d | tojson | from_json == d }}")).isEqualTo("true");
    assertThat(templates.failure("{{ '{' | from_json }}")).startsWith("1:10: 'from_json' found no JSON: ");
  }

  @Test
  void yaml_escapes_what_yaml_does_not_allow_or_takes_for_a_line_end() {
    assertThat(templates.json("{{ ['a\\u0085b\\u2028c\\u2029d\\x7f'] | to_yaml }}"))
        .isEqualTo("\"- \\\"a\\\\Nb\\\\Lc\\\\Pd\\\\x7f\\\"\\n\"");
  }

  @Test
  void a_minus_in_a_date_format_leaves_the_padding_out() {
    assertThat(templates.json("{{ '2026-03-04T05:06:07' | strftime('%-d.%-m.%y %-H:%k') }}")).isEqualTo("\"4.3.26 5: 5\"");
  }

  @Test
  void a_macro_may_name_its_caller_to_make_it_optional() {
    String macro = "{% macro m(caller=none) %}{{ caller() if caller else 'no' }}{% endmacro %}";
    assertThat(templates.json(macro + "{% call m() %}yes{% endcall %} {{ m() }}")).isEqualTo("\"yes no\"");
  }
}
