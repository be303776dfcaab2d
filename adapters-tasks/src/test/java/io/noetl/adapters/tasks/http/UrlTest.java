package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.tasks.settings.SettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          http://host                      → http://host/
          ' HTTPS://Host:8443/a#frag '     → https://Host:8443/a
          http://host/söme path/%C3%B6%zz  → http://host/s%C3%B6me%20path/%C3%B6%25zz
          http://host/?q={a}|b             → http://host/?q=%7Ba%7D%7Cb
          http://bücher.example/           → http://xn--bcher-kva.example/
          http://[::1]:80/x                → http://[::1]:80/x
          http://host:/x                   → http://host/x
          """,
      quoteCharacter = '\'')
  void makes_a_url_fit_to_be_sent(String endpoint, String uri) throws SettingException {
    assertThat(Url.of(endpoint, List.of()).uri()).hasToString(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/, http://h/?a%20b=1%2F2~*",
    "http://h/?x=1, http://h/?x=1&a%20b=1%2F2~*",
    "http://h/?x=1&, http://h/?x=1&a%20b=1%2F2~*",
    "http://h?, http://h/?a%20b=1%2F2~*"
  })
  void appends_parameters(String endpoint, String uri) throws SettingException {
    assertThat(Url.of(endpoint, List.of(Map.entry("a b", "1/2~*"))).uri()).hasToString(uri);
  }

  @Test
  void turns_user_info_into_basic_authorization() throws SettingException {
    Url url = Url.of("http://Aladdin:open%20sesame@host/", List.of());

    assertThat(url.uri()).hasToString("http://host/");
    assertThat(url.authorization()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }
}
