package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {

  @TempDir Path folder;

  private final LocalServer server = new LocalServer();

  @BeforeEach
  void answerAnything() {
    server.answer("/", 200, "text/plain", "ok");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void sends_a_form_with_repeated_fields() throws InterruptedException {
    LocalServer.Seen seen = sent("\"form\": {\"name\": \"Zürich & Bern\", \"day\": [1, 2], \"none\": null, \"yes\": true}");

    assertThat(seen.body()).isEqualTo("name=Z%C3%BCrich+%26+Bern&day=1&day=2&yes=true");
    assertThat(seen.headers().get("Content-type")).containsExactly("application/x-www-form-urlencoded");
  }

  @Test
  void sends_a_text_as_it_is() throws InterruptedException {
    LocalServer.Seen seen = sent("\"body\": \"{not json} ü\"");

    assertThat(seen.body()).isEqualTo("{not json} ü");
    assertThat(seen.headers().get("Content-type")).containsExactly("text/plain; charset=utf-8");
  }

  @Test
  void sends_a_text_with_the_type_that_the_headers_name() throws InterruptedException {
    LocalServer.Seen seen = sent("\"body\": \"<a/>\", \"headers\": {\"Content-Type\": \"application/xml\"}");

    assertThat(seen.body()).isEqualTo("<a/>");
    assertThat(seen.headers().get("Content-type")).containsExactly("application/xml");
  }

  @Test
  void sends_a_file_as_the_body_with_its_length() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("report.json"), "[1, 2]");

    LocalServer.Seen seen = sent("\"body_file\": \"" + file + "\"");

    assertThat(seen.body()).isEqualTo("[1, 2]");
    assertThat(seen.headers().get("Content-type")).containsExactly("application/json");
    assertThat(seen.headers().get("Content-length")).containsExactly("6");
  }

  @Test
  void sends_files_and_fields_as_parts_of_a_form() throws IOException, InterruptedException {
    Path photo = Files.writeString(folder.resolve("photo.png"), "PNG");
    Path notes = Files.writeString(folder.resolve("notes"), "a\nb");

    LocalServer.Seen seen =
        sent(
            """
            "form": {"title": "Zürich"},
            "files": {"photo": "%s", "note": [{"path": "%s", "filename": "n\\".txt", "content_type": "text/x"}, "%s"]}
            """.formatted(photo, notes, notes));

    String type = seen.headers().get("Content-type").getFirst();
    assertThat(type).matches("multipart/form-data; boundary=noetl-[0-9a-f-]{36}");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(seen.body())
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="title"

            Zürich
            --B
            Content-Disposition: form-data; name="photo"; filename="photo.png"
            Content-Type: image/png

            PNG
            --B
            Content-Disposition: form-data; name="note"; filename="n%22.txt"
            Content-Type: text/x

            a|b
            --B
            Content-Disposition: form-data; name="note"; filename="notes"
            Content-Type: application/octet-stream

            a|b
            --B--
            """
                .replace("B\n", boundary + "\n").replace("B--", boundary + "--").replace("\n", "\r\n").replace('|', '\n'));
  }

  @Test
  void sends_a_large_file_in_pieces() throws IOException, InterruptedException {
    Path large = folder.resolve("large.bin");
    Files.write(large, new byte[3_000_000]);

    LocalServer.Seen seen = sent("\"files\": {\"f\": \"" + large + "\"}");

    assertThat(seen.headers()).doesNotContainKey("Transfer-encoding");
    assertThat(seen.body().length()).isBetween(3_000_100, 3_000_400);
  }

  @Test
  void sends_basic_authorization() throws InterruptedException {
    LocalServer.Seen seen = sent("\"auth\": {\"type\": \"basic\", \"username\": \"Aladdin\", \"password\": \"open sesame\"}");

    assertThat(seen.headers().get("Authorization")).containsExactly("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void sends_a_bearer_token_without_the_end_of_its_line() throws InterruptedException {
    LocalServer.Seen seen = sent("\"auth\": {\"type\": \"bearer\", \"token\": \"abc.def\\n\"}");

    assertThat(seen.headers().get("Authorization")).containsExactly("Bearer abc.def");
  }

  private LocalServer.Seen sent(String settings) throws InterruptedException {
    Http.data("{\"method\": \"POST\", \"endpoint\": \"" + server.url("/") + "\", " + settings + "}");
    List<LocalServer.Seen> seen = server.seen();
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }
}
