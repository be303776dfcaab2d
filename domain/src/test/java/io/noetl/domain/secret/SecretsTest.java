package io.noetl.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static Secrets secrets(String... texts) {
    List<Secret> secrets = new java.util.ArrayList<>();
    for (String text : texts) {
      secrets.add(new Secret("env.S" + secrets.size(), text));
    }
    return Secrets.of(secrets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Tok3n/&x"y | Tok3n/&x"y | ***
          Tok3n/&x"y | a Tok3n/&x"y b tok3n/&X"Y | a *** b ***
          Tok3n/&x"y | {"t": "Tok3n/&x\\"y"} | {"t": "***"}
          Tok3n/&x"y | "{\\"t\\": \\"Tok3n/&x\\\\\\"y\\"}" | "{\\"t\\": \\"***\\"}"
          Tok3n/&x"y | Tok3n\\/&x\\"y | ***
          Tok3n/&x"y | Tok3n/\\u0026x\\"y | ***
          Tok3n/&x"y | q=Tok3n/%26x%22y&r=1 | q=***&r=1
          Tok3n/&x"y | q=Tok3n%2F%26x%22y&r=1 | q=***&r=1
          Tok3n/&x"y | q=tok3n%2f%26x%22y | q=***
          Tok3n/&x"y | q=Tok3n%252F%2526x%2522y | q=***
          Tok3n/&x"y | Tok3n/&amp;x&#34;y | ***
          Tok3n/&x"y | Tok3n/&amp;x&quot;y | ***
          it's safe~(1) | 'it\\'s safe~(1)' "it's safe~(1)" | '***' "***"
          it's safe~(1) | it''s safe~(1) | ***
          it's safe~(1) | it%27s+safe%7E%281) | ***
          straße-42 | STRASSE-42 stra\\u00dfe-42 STRA%C3%9FE-42 stra%c3%9fe-42 | *** *** *** ***
          secret | c2VjcmV0 | ***
          secret | [YSBzZWNyZXQgYg==] | [YS***gYg==]
          secret | YWJzZWNyZXRj | YW***j
          secret | YWJjc2VjcmV0 | YWJj***
          SECRET | c2VjcmV0 | ***
          secret | YzJWamNtVjA= | ***=
          """)
  void a_secret_is_found_in_every_form(String secret, String text, String masked) {
    assertThat(secrets(secret).text(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 10})
  void a_secret_is_found_in_many_layers_of_json(int layers) {
    Secrets secrets = secrets("it's \"a\\b\"\n\u2603/x");

    assertThat(secrets.text(json("<it's \"a\\b\"\n\u2603/x>", layers))).isEqualTo(json("<***>", layers));
  }

  private static String json(String text, int layers) {
    return layers == 0 ? text : json(JsonWriter.write(Value.of(text)), layers - 1);
  }

  @Test
  void layers_of_json_may_be_in_upper_case_or_in_a_url() {
    assertThat(secrets("ca\u00f1\u00f3n \"x").text("<CA\\\\\\\\U00F1\\\\\\\\U00F3N \\\\\\\\\\\\\\\"X>")).isEqualTo("<***>");
    assertThat(secrets("abc\"def").text("q=abc%5C%5C%5C%5C%5C%5C%5C%22def&r")).isEqualTo("q=***&r");
  }

  @Test
  void what_is_no_escape_stays_and_hides_nothing() {
    String text = "abc\\\\\\\\\"dex \\d \\u12 \\U0000 \\x4 \\";

    assertThat(secrets("abc\"def").text(text)).isEqualTo(text);
    assertThat(secrets("abc\"def").text(text + "\\\\\\abc\\\"def\\q")).isEqualTo(text + "\\\\\\***\\q");
  }

  @Test
  void each_line_of_a_secret_is_a_secret_and_so_is_the_whole_on_one_line() {
    Secrets secrets = secrets("-----BEGIN-----\nMIIEvQ==abc\nxyz\n");

    assertThat(secrets.text("key:\n-----BEGIN-----\nMIIEvQ==abc\nxyz\nend")).isEqualTo("key:\n***end");
    assertThat(secrets.text("line MIIEvQ==abc.")).isEqualTo("line ***.");
    assertThat(secrets.text("error: -----BEGIN----- MIIEvQ==abc xyz")).isEqualTo("error: ***");
  }

  @Test
  void what_overlaps_is_hidden_as_one() {
    assertThat(secrets("abcdef", "defghi").text("xabcdefghiy abcdef")).isEqualTo("x***y ***");
  }

  @Test
  void texts_keys_and_numbers_of_a_value_are_hidden_and_the_rest_stays() {
    Value value =
        JsonReader.read(
            """
            {"a": "Bearer token-1", "token-1": [1, null, true], "TOKEN-1": {"n": 123456.5}, "pin": 98765432, "n": 9876}""");

    assertThat(JsonWriter.write(secrets("token-1", "98765432", "123456").value(value)))
        .isEqualTo(
            """
            {"a":"Bearer ***","***":[1,null,true],"*** (2)":{"n":"***.5"},"pin":"***","n":9876}""");
  }

  @Test
  void what_has_no_secret_is_the_same_afterwards() {
    Value value = JsonReader.read("{\"a\": [\"nothing %41 + & here\", {\"b\": 1.5}]}");
    Secrets secrets = secrets("token-1");

    assertThat(secrets.value(value)).isSameAs(value);
    assertThat(secrets.text("100% of it + more %zz")).isEqualTo("100% of it + more %zz");
    assertThat(Secrets.NONE.value(value)).isSameAs(value);
  }

  @Test
  void a_masking_names_what_it_hid() {
    Masking masking = secrets("token-1", "token-2", "token-3").masking();

    masking.text("token-3");
    masking.value(Value.of("token-1"));

    assertThat(masking.names()).containsExactly("env.S0", "env.S2");
  }

  @Test
  void more_secrets_are_hidden_beside_those_that_are_known() {
    Secrets first = secrets("token-1");
    Secrets both = first.with(List.of(new Secret("workload.b", "token-2")));

    assertThat(both.text("token-1 token-2")).isEqualTo("*** ***");
    assertThat(first.text("token-1 token-2")).isEqualTo("*** token-2");
    assertThat(both.with(List.of(new Secret("workload.b", "token-2")))).isSameAs(both);
  }

  @Test
  void a_secret_that_is_too_short_is_refused_and_none_shows_itself() {
    assertThat(Secret.problem("abcde")).contains("has 5 characters, and a secret needs at least 6");
    assertThat(Secret.problem(" abcde \n")).contains("has 5 characters, and a secret needs at least 6");
    assertThat(Secret.problem("😀😀😀😀😀")).contains("has 5 characters, and a secret needs at least 6");
    assertThat(Secret.problem("        ")).contains("is blank, and a secret needs at least 6");
    assertThat(Secret.problem("abcdef")).isEmpty();
    assertThat(new Secret("env.A", "abcdef").toString()).isEqualTo("Secret[env.A]");
    assertThatThrownBy(() -> new Secret("env.A", "abcd"))
        .hasMessage("the secret 'env.A' has 4 characters, and a secret needs at least 6");
  }
}
