package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a playbook takes from the environment, and where its secrets come from. */
class ConfidentialTest {

  private static final String TOKEN_AND_PASSWORD =
      """
      env: [API_TOKEN]
      workload:
        db: {password: {secret: true}}
      workflow:
        - step: start
          result: {both: "{{ env.API_TOKEN }} {{ db.password }}"}
      """;

  @TempDir private Path folder;

  private Noetl.Outcome run(Map<String, String> environment, String playbook, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), playbook);
    Object[] arguments = new Object[more.length + 4];
    arguments[0] = "run";
    arguments[1] = file;
    arguments[2] = "--duckdb";
    arguments[3] = folder.resolve("store.duckdb");
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Noetl.withEnvironment(environment, arguments);
  }

  /** Nothing ran and nothing was written. */
  private void assertRefused(Noetl.Outcome outcome, String error) {
    assertThat(outcome.err().replace(folder + "/", "")).isEqualTo("noetl: " + error + "\n");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(folder.resolve("store.duckdb")).doesNotExist();
  }

  @Test
  void a_variable_and_a_payload_reach_the_templates_and_nobody_else() throws IOException {
    Noetl.Outcome outcome =
        run(Map.of("API_TOKEN", "token-1234", "OTHER", "x"), TOKEN_AND_PASSWORD, "--set", "db.password=hunter22");

    assertThat(outcome.json("steps")).isEqualTo("{\"start\":{\"both\":\"*** ***\"}}");
    assertThat(outcome.err()).doesNotContain("token-1234").doesNotContain("hunter22");
    assertThat(EventLog.ofStore(folder.resolve("store.duckdb")).getFirst().metadata())
        .contains("\"secrets\":[\"workload.db.password\"]");
  }

  @Test
  void a_variable_that_is_not_set_is_told_before_anything_runs() throws IOException {
    assertRefused(
        run(Map.of(), TOKEN_AND_PASSWORD, "--set", "db.password=hunter22"),
        "p.yaml:1:7: the environment variable 'API_TOKEN' is not set; set it, or give it a 'default' under 'env'");
  }

  @Test
  void a_variable_that_is_too_short_for_a_secret_is_refused_without_being_shown() throws IOException {
    assertRefused(
        run(Map.of("API_TOKEN", "q7q7q"), TOKEN_AND_PASSWORD, "--set", "db.password=hunter22"),
        "p.yaml:1:7: the environment variable 'API_TOKEN' has 5 characters, and a secret needs at least 6; if it is no"
            + " secret, write {name: API_TOKEN, secret: false} under 'env'");
  }

  @Test
  void a_secret_that_nobody_brings_is_refused() throws IOException {
    assertRefused(
        run(Map.of("API_TOKEN", "token-1234"), TOKEN_AND_PASSWORD),
        "p.yaml:3:18: the secret 'workload.db.password' has no value; give it one with --input, --payload or --set"
            + " db.password=…, or write value: \"{{ env.NAME }}\" beside 'secret'");
  }

  @Test
  void a_secret_of_a_payload_that_is_too_short_is_refused_without_being_shown() throws IOException {
    assertRefused(
        run(Map.of("API_TOKEN", "token-1234"), TOKEN_AND_PASSWORD, "--payload", "{\"db\": {\"password\": \"q7q\"}}"),
        "p.yaml:3:18: the secret 'workload.db.password' has 3 characters, and a secret needs at least 6");
  }

  @Test
  void a_secret_that_a_template_makes_too_short_fails_the_execution_without_being_recorded() throws IOException {
    Noetl.Outcome outcome =
        run(
            Map.of("API_TOKEN", "token-1234"),
            """
            env: [API_TOKEN]
            workload:
              part: {secret: true, value: "{{ env.API_TOKEN[6:] }}"}
            workflow:
              - step: start
            """);

    assertThat(outcome.errors())
        .containsExactly("p: the secret 'workload.part' has 4 characters, and a secret needs at least 6 (p.yaml:3:9)");
    assertThat(EventLog.ofStore(folder.resolve("store.duckdb")).toString()).doesNotContain("1234");
  }

  @Test
  void the_store_keeps_the_playbook_without_the_secrets_that_stand_in_it() throws IOException {
    run(
        Map.of(),
        """
        workload:
          password: {secret: true, value: hunter22-in-the-file}
        workflow:
          - step: start
        """,
        "--set",
        "password=another-one");
    Noetl.Outcome kept =
        Noetl.run("query", "--duckdb", folder.resolve("store.duckdb"), "-o", "json", "SELECT source, document FROM playbook");

    assertThat(kept.out()).contains("password: {secret: true, value: ***}").doesNotContain("hunter22");
  }

  @Test
  void a_problem_that_quotes_a_setting_shows_no_secret() throws IOException {
    Noetl.Outcome outcome =
        run(
            Map.of("API_TOKEN", "token-1234"),
            """
            env: [API_TOKEN]
            workflow:
              - step: start
                type: http
                endpoint: "no-scheme-{{ env.API_TOKEN | upper }}"
            """);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out() + outcome.err()).doesNotContain("1234").contains("no-scheme-***");
  }

  @Test
  void a_recording_without_secrets_answers_the_same_requests_again() throws IOException {
    String playbook =
        """
        env: [API_TOKEN]
        workflow:
          - step: start
            type: http
            endpoint: "URL/{{ env.API_TOKEN }}/x"
            method: POST
            payload: {body: "a {{ env.API_TOKEN }}"}
            return: "{{ result.data }}"
        """;
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{\"you\": \"token-1234\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    String text = playbook.replace("URL", "http://127.0.0.1:" + server.getAddress().getPort());
    Path recording = folder.resolve("r.har");
    Map<String, String> environment = Map.of("API_TOKEN", "token-1234");
    assertThat(run(environment, text, "--record", recording).status()).isZero();
    server.stop(0);

    Noetl.Outcome replayed = run(environment, text, "--replay", recording);

    assertThat(replayed.json("steps")).isEqualTo("{\"start\":{\"text\":\"{\\\"you\\\": \\\"***\\\"}\"}}");
    assertThat(Files.readString(recording)).doesNotContain("token-1234").contains("/***/x");
  }

  @Test
  void a_called_playbook_that_is_missing_or_wrong_is_found_before_anything_runs() throws IOException {
    Files.writeString(folder.resolve("wrong.yaml"), "workflow:\n  - step: start\n    nexts: end\n");
    String playbook =
        """
        workflow:
          - step: start
            type: playbook
            path: missing.yaml
            next: second
          - step: second
            type: playbook
            path: wrong.yaml
        """;
    Noetl.Outcome outcome = run(Map.of(), playbook);

    assertThat(outcome.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            noetl: p.yaml:4:11: cannot read playbook missing.yaml: there is no such file; check the path
            noetl: p.yaml:8:11: 'wrong.yaml' cannot be run: wrong.yaml:3:5: unknown key 'nexts'; did you mean 'next'?
            """);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(Noetl.run("validate", folder.resolve("p.yaml")).out().replace(folder + "/", ""))
        .contains("p.yaml:8:11: 'wrong.yaml' cannot be run: wrong.yaml:3:5: unknown key 'nexts'; did you mean 'next'?");
  }

  @Test
  void wrong_settings_of_a_call_are_found_before_anything_runs() throws IOException {
    String playbook =
        """
        workflow:
          - step: start
            type: playbook
            path: 3
            next: second
          - step: second
            call: {type: playbook, path: 'x.yaml', timeout: soon}
        """;

    assertThat(run(Map.of(), playbook).err().replace(folder + "/", ""))
        .isEqualTo(
            """
            noetl: p.yaml:4:11: 'path' must be the path of a playbook, not 3
            noetl: p.yaml:7:53: timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not "soon"
            """);
  }

  @Test
  void what_a_called_playbook_needs_of_the_environment_is_found_before_anything_runs() throws IOException {
    Files.writeString(folder.resolve("child.yaml"), "env: [CHILD_TOKEN]\nworkflow:\n  - step: start\n");
    assertRefused(
        run(Map.of(), "workflow:\n  - step: start\n    type: playbook\n    path: child.yaml\n"),
        "p.yaml:4:11: child.yaml:1:7: the environment variable 'CHILD_TOKEN' is not set; set it, or give it a 'default'"
            + " under 'env'");
  }
}
