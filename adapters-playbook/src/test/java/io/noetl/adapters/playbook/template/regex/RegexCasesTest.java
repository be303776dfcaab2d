package io.noetl.adapters.playbook.template.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every case of {@code regex_cases.json}, which {@code make_regex_cases.py} makes with Python's {@code re}. */
class RegexCasesTest {

  @Test
  void every_match_replacement_and_error_is_pythons() throws IOException {
    List<Value> cases = cases();
    List<String> differences = new ArrayList<>();
    for (Value item : cases) {
      String difference = RegexCase.difference((MapValue) item);
      if (!difference.isEmpty()) {
        differences.add(JsonWriter.write(item) + "\n      " + difference);
      }
    }
    assertThat(cases).hasSizeGreaterThan(1_800);
    assertThat(differences).as(differences.size() + " cases differ").isEmpty();
  }

  private static List<Value> cases() throws IOException {
    try (InputStream in = RegexCasesTest.class.getResourceAsStream("/templates/regex_cases.json")) {
      assertThat(in).isNotNull();
      return ((ListValue) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))).items();
    }
  }
}
