package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveToTest {

  @TempDir Path folder;

  private final LocalServer server = new LocalServer();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void saves_a_response_with_the_folders_that_are_missing() throws Exception {
    byte[] body = new byte[300_000];
    Arrays.fill(body, (byte) 7);
    server.answer("/f", 200, Map.of("Content-Type", "image/png"), body);
    Path target = folder.resolve("new/deep/x.png");

    MapValue data = Http.data(call("/f", target, ""));

    assertThat(JsonWriter.write(data.valueOf("data")))
        .isEqualTo("{\"path\":\"" + target + "\",\"bytes\":300000,\"content_type\":\"image/png\"}");
    assertThat(target).hasBinaryContent(body);
    assertThat(files()).containsExactly("new/deep/x.png");
  }

  @Test
  void replaces_an_older_file_and_saves_an_empty_body() throws Exception {
    Path target = Files.writeString(folder.resolve("x"), "older");
    server.answer("/f", 204, Map.of(), new byte[0]);

    MapValue data = Http.data(call("/f", target, ""));

    assertThat(JsonWriter.write(data.valueOf("data")))
        .isEqualTo("{\"path\":\"" + target + "\",\"bytes\":0,\"content_type\":null}");
    assertThat(target).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | 'check the path and the parameters of the endpoint; it says: no'
          302 | 'the redirect was not followed, and there is nothing to save; allow more ''redirects'''
          """)
  void leaves_an_older_file_as_it_was_when_there_is_nothing_to_save(int status, String message) throws Exception {
    Path target = Files.writeString(folder.resolve("x"), "older");
    server.answer("/f", status, Map.of("Location", "/g", "Content-Type", "text/plain"), "no".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(Http.error(call("/f", target, ", \"redirects\": false")))
        .isEqualTo("GET " + server.url("/f") + ": status " + status + " " + StatusText.of(status) + "; " + message);
    assertThat(target).hasContent("older");
    assertThat(files()).containsExactly("x");
  }

  @Test
  void leaves_nothing_of_a_response_that_is_too_large() throws Exception {
    server.answer("/f", 200, Map.of(), new byte[2001]);

    assertThat(Http.error(call("/f", folder.resolve("new/x"), ", \"max_size\": \"2 kB\"")))
        .isEqualTo("GET " + server.url("/f") + ": the body is larger than max_size, 2000 bytes; raise 'max_size'");
    assertThat(files()).isEmpty();
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void leaves_nothing_of_a_response_that_is_cut_off() throws Exception {
    try (RawServer raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")) {
      assertThat(
              Http.error(
                  "{\"method\": \"POST\", \"endpoint\": \"" + raw.url() + "\", \"save_to\": \"" + folder.resolve("x") + "\"}"))
          .isEqualTo("POST " + raw.url() + ": the connection was closed after 3 of the 10 bytes that Content-Length announced");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void says_that_a_folder_is_in_the_place_of_the_file() throws Exception {
    assertThat(Http.error(call("/f", folder, "")))
        .isEqualTo("http task 'fetch': save_to: '" + folder + "' is a folder; name a file in it");
  }

  @Test
  void says_that_a_file_is_in_the_place_of_the_folder() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    server.answer("/f", 200, "text/plain", "x");

    assertThat(Http.error(call("/f", file.resolve("x"), "")))
        .isEqualTo(
            "GET " + server.url("/f") + ": cannot save to '" + file.resolve("x") + "': Not a directory");
    assertThat(files()).containsExactly("file");
  }

  private String call(String path, Path target, String more) {
    return "{\"endpoint\": \"" + server.url(path) + "\", \"save_to\": \"" + target + "\"" + more + "}";
  }

  private List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
