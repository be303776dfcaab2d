package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.EventLog.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weather example against a real server, with a real Python. */
class HttpLoopbackTest {

  private static final String STEPS =
      """
      {"start":null,"city_loop":{"items":3,"processed":3,"filtered":0,"failed":0},"end_city_loop":{"judgements":[\
      {"place":"London","maximum":23.8,"mean":22.65,"hours_above":0,"first_hot_hour":null,"hot":false},\
      {"place":"Paris","maximum":21.2,"mean":20.05,"hours_above":0,"first_hot_hour":null,"hot":false},\
      {"place":"Berlin","maximum":24.8,"mean":23.65,"hours_above":3,"first_hot_hour":"2026-07-14T21:00","hot":true}],\
      "districts":[{"district":"Mitte","maximum":26.2,"people_affected":385000},\
      {"district":"Spandau","maximum":23.3,"people_affected":0}]},\
      "summarize":{"hot_cities":["Berlin"],"hottest":"Berlin","people_affected":385000},\
      "raise_alert":{"alert":"YELLOW: heat in Berlin, 385000 people affected"},\
      "end":{"decision":"YELLOW: heat in Berlin, 385000 people affected"}}""";

  @TempDir private Path folder;

  @Test
  void a_real_server_is_asked_once_a_city() throws IOException {
    try (ForecastServer server = new ForecastServer()) {
      Noetl.Outcome outcome = run("live", server.baseUrl());

      assertThat(outcome.json("steps")).isEqualTo(STEPS);
      assertThat(outcome.status()).isZero();
      assertThat(server.requests())
          .containsExactly(
              "GET latitude=51.51&longitude=-0.13&hourly=temperature_2m&forecast_days=1",
              "GET latitude=48.85&longitude=2.35&hourly=temperature_2m&forecast_days=1",
              "GET latitude=52.52&longitude=13.41&hourly=temperature_2m&forecast_days=1");
      EventTree.check(EventLog.ofStore(folder.resolve("live.duckdb")));
    }
  }

  @Test
  void a_recording_answers_in_the_place_of_the_server() throws IOException {
    Path recording = folder.resolve("made/on/the/way/recorded.har");
    String baseUrl;
    try (ForecastServer server = new ForecastServer()) {
      baseUrl = server.baseUrl();
      assertThat(run("recorded", baseUrl, "--record", recording).json("steps")).isEqualTo(STEPS);
    }
    assertThat(Files.readString(recording)).contains("\"version\":\"1.2\"");

    Noetl.Outcome replayed = run("replayed", baseUrl, "--replay", recording);

    assertThat(replayed.json("steps")).isEqualTo(STEPS);
    assertThat(replayed.status()).isZero();
    assertThat(lines("replayed")).isEqualTo(lines("recorded"));
  }

  @Test
  void without_server_and_recording_the_items_fail_and_the_error_names_the_request() throws IOException {
    String baseUrl;
    try (ForecastServer server = new ForecastServer()) {
      baseUrl = server.baseUrl();
    }

    Noetl.Outcome outcome = run("gone", baseUrl);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text("status")).isEqualTo("error");
    assertThat(outcome.errors()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(outcome.errors().getFirst())
        .startsWith("city_loop[0].fetch_forecast: GET " + baseUrl + "/forecast?latitude=51.51&longitude=-0.13")
        .endsWith("(weather_loop_example.yaml:145:5)");
  }

  /** Each city adds as many rows as the one before, and as many values. */
  @Test
  void the_log_grows_with_the_cities() throws IOException {
    try (ForecastServer server = new ForecastServer()) {
      List<List<Row>> logs = List.of(log(server, 10), log(server, 20), log(server, 30));

      assertThat(logs.stream().map(List::size).toList()).containsExactly(233, 443, 653);
      long size = size(logs.get(1)) - size(logs.get(0));
      assertThat((double) (size(logs.get(2)) - size(logs.get(1))) / size).isBetween(0.99, 1.01);
    }
  }

  private List<Row> log(ForecastServer server, int cities) {
    String list =
        IntStream.range(0, cities)
            .mapToObj(city -> "{name: Berlin, latitude: 52.52, longitude: 13.41, districts: []}")
            .collect(Collectors.joining(",", "cities=[", "]"));
    assertThat(run("cities" + cities, server.baseUrl(), "--set", list).status()).isZero();
    return EventLog.ofStore(folder.resolve("cities" + cities + ".duckdb"));
  }

  private static long size(List<Row> log) {
    return log.stream().mapToLong(Row::size).sum();
  }

  private Noetl.Outcome run(String name, String baseUrl, Object... more) {
    List<Object> arguments =
        new java.util.ArrayList<>(
            List.of(
                "run",
                Repository.playbook("weather_loop_example"),
                "--set",
                "base_url=" + baseUrl,
                "--set",
                "heat_threshold=24.55",
                "--duckdb",
                folder.resolve(name + ".duckdb")));
    arguments.addAll(List.of(more));
    return Noetl.run(arguments.toArray());
  }

  private List<String> lines(String name) {
    return EventLog.ofStore(folder.resolve(name + ".duckdb")).stream().map(Row::line).toList();
  }
}
