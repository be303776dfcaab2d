package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about playbooks: each whole example runs and yields what the page says, and every key stands in one of them. */
class PlaybookPageTest {

  private static final Path PAGE = Repository.file("docs/playbook.md");
  private static final Path SCHEMA = Repository.file("docs/playbook.schema.json");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n((?:(?!```).)*?\nworkflow:\n(?:(?!```).)*)```\n\n```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?m)^(?:metadata: \\{)?name: (\\w+)");

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PlaybookPageTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Tells what was asked. */
  private static void answer(HttpExchange exchange) throws IOException {
    Map<String, Value> answer = new LinkedHashMap<>();
    answer.put("asked", Value.of(exchange.getRequestMethod() + " " + exchange.getRequestURI()));
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    answer.put("authorization", authorization == null ? Value.NULL : Value.of(authorization));
    answer.put("body", Value.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    byte[] body = JsonWriter.write(Value.of(answer)).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void every_whole_example_yields_what_the_page_says() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      Matcher name = NAME.matcher(example.group(1));
      assertThat(name.find()).as("a name in\n%s", example.group(1)).isTrue();
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Files.writeString(file(name.group(1)), example.group(1).replace("https://api.example", url));
      expected.put(name.group(1), JsonWriter.writeIndented(JsonReader.read(example.group(2))));
    }
    assertThat(expected.keySet()).containsExactly("orders", "calls", "loops", "requests", "greeting", "caller");
    expected.forEach(
        (name, steps) -> {
          Noetl.Outcome outcome =
              Noetl.run("run", file(name), "--duckdb", folder.resolve("store.duckdb"), "--set", "folder=" + folder, "--quiet");
          assertThat(JsonWriter.writeIndented(outcome.document().valueOf("steps"))).as(name).isEqualTo(steps);
          assertThat(outcome.status()).as(name).isZero();
        });
  }

  private Path file(String name) {
    return folder.resolve(name + ".yaml");
  }

  @Test
  void every_key_of_the_language_stands_in_a_whole_example() throws IOException {
    StringBuilder examples = new StringBuilder();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      examples.append(example.group(1));
    }
    Set<String> missing = new TreeSet<>();
    MapValue schema = (MapValue) JsonReader.read(Files.readString(SCHEMA));
    for (Value definition : ((MapValue) schema.valueOf("$defs")).entries().values()) {
      if (((MapValue) definition).valueOf("properties") instanceof MapValue keys) {
        missing.addAll(keys.entries().keySet());
      }
    }
    assertThat(missing).hasSizeGreaterThan(80);
    missing.removeIf(key -> Pattern.compile("(?m)(^|[\\s{,])" + key + ":").matcher(examples).find());

    assertThat(missing).isEmpty();
  }
}
