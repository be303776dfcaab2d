package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectingExchangeTest {

  private final ScriptedExchange script = new ScriptedExchange();

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET", "302, POST, GET", "303, POST, GET", "303, PUT, GET", "303, HEAD, HEAD", "301, PUT, PUT",
    "307, POST, POST", "308, DELETE, DELETE", "302, GET, GET"
  })
  void asks_again_with_the_method_of_the_status(int status, String method, String then) throws Exception {
    script.answer(status, "", "location", "/b").answer(200, "ok");

    follow(call(method, "http://host/a"));

    HttpCall second = script.calls().get(1);
    assertThat(second.method()).isEqualTo(then);
    assertThat(second.url()).hasToString("http://host/b");
    boolean repeated = method.equals(then) && status != 303;
    assertThat(second.body() != null).isEqualTo(repeated);
    assertThat(Header.first(second.headers(), "content-type").isPresent()).isEqualTo(repeated);
  }

  @ParameterizedTest
  @CsvSource({
    "http://host/a/b?x=1, c, http://host/a/c",
    "http://host/a/b?x=1, ?y=ü, http://host/a/b?y=%C3%BC",
    "http://host/a, //other/x, http://other/x",
    "http://host/a/b/c, ../x#top, http://host/a/x",
    "http://host/a, https://host:8443, https://host:8443/"
  })
  void follows_any_reference(String from, String location, String to) throws Exception {
    script.answer(302, "", "Location", location).answer(200, "ok");

    assertThat(follow(call("GET", from)).url()).isEqualTo(to);
  }

  @Test
  void returns_a_redirect_status_without_a_location_as_it_is() throws Exception {
    script.answer(302, "");

    assertThat(follow(call("GET", "http://host/a")).status()).isEqualTo(302);
  }

  @Test
  void adds_up_the_time_of_all_exchanges() throws Exception {
    script.answer(302, "", "location", "/b").answer(302, "", "location", "/c").answer(200, "ok");

    assertThat(follow(call("GET", "http://host/a")).elapsed()).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void names_redirects_that_lead_to_themselves() {
    for (int i = 0; i < 7; i++) {
      script.answer(302, "", "location", "/loop?token=t");
    }

    assertThatThrownBy(() -> follow(call("GET", "http://host/a")))
        .isInstanceOf(TransportException.class)
        .hasMessage("the redirects go round in a circle: http://host/loop?token=*** leads to itself");
    assertThat(script.calls()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "5, 6"})
  void follows_as_many_redirects_as_the_call_allows(int allowed, int asked) throws Exception {
    for (int i = 0; i < 7; i++) {
      script.answer(302, "", "location", "/" + i + "?token=t");
    }
    HttpCall usual = call("GET", "http://host/a");
    Handling handling = new Handling(Handling.BODY_LIMIT, allowed, null, null);
    HttpCall call =
        new HttpCall(usual.method(), usual.url(), usual.headers(), usual.body(), usual.timeout(), handling);

    if (allowed == 0) {
      assertThat(follow(call).status()).isEqualTo(302);
    } else {
      assertThatThrownBy(() -> follow(call))
          .isInstanceOf(TransportException.class)
          .hasMessage(
              "more than " + allowed + " redirects, the last to http://host/" + (allowed - 1)
                  + "?token=***; raise 'redirects' if that is right");
    }
    assertThat(script.calls()).hasSize(asked);
  }

  @Test
  void does_not_go_from_https_to_http() {
    script.answer(302, "", "location", "http://host/b");

    assertThatThrownBy(() -> follow(call("GET", "https://host/a")))
        .hasMessage("redirected from https to http, which is not followed: http://host/b");
  }

  @Test
  void refuses_a_location_that_is_no_http_url() {
    script.answer(302, "", "location", "ftp://host/b");

    assertThatThrownBy(() -> follow(call("GET", "https://host/a")))
        .hasMessage("redirected to no valid URL: 'ftp://host/b'");
  }

  @Test
  void keeps_credentials_from_another_origin_only() throws Exception {
    script.answer(302, "", "location", "/b").answer(302, "", "location", "http://other/c").answer(200, "ok");

    follow(call("GET", "http://host:80/a"));

    assertThat(script.calls().get(1).headers()).contains(new Header("Authorization", "Bearer t"));
    assertThat(script.calls().get(2).headers()).extracting(Header::name).containsExactly("Content-Type", "X-Run");
  }

  @Test
  void stops_when_the_time_is_used_up() {
    script.answer(302, "", "location", "/b");

    assertThatThrownBy(() -> new RedirectingExchange(script).exchange(call("GET", "http://host/a"), Duration.ofNanos(1)))
        .hasMessage("no complete response within 30 s; redirects used the time up");
  }

  private HttpAnswer follow(HttpCall call) throws Exception {
    return new RedirectingExchange(script).exchange(call, Duration.ofSeconds(30));
  }

  private static HttpCall call(String method, String url) {
    List<Header> headers =
        List.of(
            new Header("Content-Type", "application/json"),
            new Header("Authorization", "Bearer t"),
            new Header("X-Run", "1"));
    return new HttpCall(method, URI.create(url), headers, Content.of("application/json", "1"), Duration.ofSeconds(30));
  }
}
