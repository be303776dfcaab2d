package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "x-api_key", "apikey", "apiKey",
        "key", "api_key", "token", "access_token", "accessToken", "X-Auth-Token", "secret", "client_secret", "password",
        "signature", "X-Amz-Signature", "X-Amz-Security-Token", "X-Amz-Credential", "sig", "appid", "APPID",
        "Ocp-Apim-Subscription-Key", "x-functions-key", "auth", "jwt", "sessionid"
      })
  void knows_names_of_credentials(String name) {
    assertThat(Credentials.names(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latitude", "q", "Content-Type", "X-RateLimit-Remaining-Tokens", "page_token", "nextToken", "sort_key",
        "Idempotency-Key", "keyword", "author", "monkey", "design", "passenger", "Content-Length"
      })
  void leaves_other_names_alone(String name) {
    assertThat(Credentials.names(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/p, http://h/p",
    "http://u:p@h/p@x, http://h/p@x",
    "http://u:p@q@h/, http://h/",
    "http://h/?a=1&key=2&b=3#f?key=4, http://h/?a=1&key=***&b=3#f?key=4",
    "http://h/?ke%79=2&key&token=, http://h/?ke%79=***&key&token=***",
    "http://u:p@h p/?%zz=1&token=x, http://h p/?%zz=1&token=***"
  })
  void takes_credentials_out_of_urls(String url, String masked) {
    assertThat(Credentials.masked(url)).isEqualTo(masked);
  }
}
