package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.application.error.InputException;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a HAR file of any tool. Entries that are no http or https request are passed over. */
final class HarReader {

  private static final String REMEDY = "name a file that --record wrote";

  private final Path file;

  private HarReader(Path file) {
    this.file = file;
  }

  /**
   * Reads all of a file.
   *
   * @throws InputException if it is missing, unreadable or no HAR
   */
  static Recording read(Path file) {
    return new HarReader(file).read();
  }

  private Recording read() {
    MapValue log = log();
    if (!(log.valueOf("entries") instanceof ListValue)) {
      throw notHar("it has no log.entries", null);
    }
    Recording recording = new Recording();
    int number = 0;
    for (MapValue entry : HarFields.maps(log, "entries")) {
      add(recording, entry, number++);
    }
    return recording;
  }

  private MapValue log() {
    try {
      String text = Files.readString(file);
      if (JsonReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text) instanceof MapValue root) {
        return HarFields.map(root, "log");
      }
      throw notHar("it is no JSON object", null);
    } catch (NoSuchFileException e) {
      throw new InputException("no such HAR file: '" + file + "'", REMEDY + ", or record one with --record", e);
    } catch (CharacterCodingException e) {
      throw notHar("it is not UTF-8", e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : e.toString();
      throw new InputException("cannot read the HAR file '" + file + "': " + reason, REMEDY, e);
    } catch (JsonException e) {
      throw notHar(String.valueOf(e.getMessage()), e);
    }
  }

  private void add(Recording recording, MapValue entry, int number) {
    MapValue request = HarFields.map(entry, "request");
    String method = HarFields.text(request, "method");
    String address = HarFields.text(request, "url");
    if (method.isEmpty() || address.isEmpty()) {
      throw notHar("log.entries[" + number + "] has no request.method and request.url", null);
    }
    URI url = url(address);
    if (url != null) {
      RequestKey key = RequestKey.of(method, url, HarFields.map(request, "postData"));
      recording.add(key, method + " " + Credentials.masked(address), answer(entry));
    }
  }

  private static @Nullable URI url(String address) {
    try {
      URI url = URI.create(address);
      boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      return http && url.getHost() != null ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private RecordedAnswer answer(MapValue entry) {
    MapValue response = HarFields.map(entry, "response");
    List<Header> headers =
        HarFields.maps(response, "headers").stream()
            .map(header -> new Header(HarFields.text(header, "name"), HarFields.text(header, "value")))
            .toList();
    double milliseconds = Math.max(0, HarFields.number(entry, "time"));
    String version = HarFields.text(response, "httpVersion");
    return new RecordedAnswer(
        (int) HarFields.number(response, "status"),
        version.isEmpty() ? "HTTP/1.1" : version,
        headers,
        content(HarFields.map(response, "content"), headers),
        Duration.ofNanos(Math.round(milliseconds * 1e6)),
        problem(response));
  }

  private static String problem(MapValue response) {
    boolean answered = HarFields.number(response, "status") != 0;
    return answered
        ? HarFields.text(HarFields.map(response, "content"), HarEntry.OMITTED)
        : HarFields.text(response, "_error");
  }

  private Content content(MapValue content, List<Header> headers) {
    String mimeType = HarFields.text(content, "mimeType");
    String type = Header.first(headers, "content-type").orElse(mimeType.equals("x-unknown") ? "" : mimeType);
    String text = HarFields.text(content, "text");
    if (!HarFields.text(content, "encoding").equals("base64")) {
      return Content.of(type, text);
    }
    try {
      return Content.of(type, Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw notHar("a response is said to be base64 and is not", e);
    }
  }

  private InputException notHar(String problem, @Nullable Throwable cause) {
    return new InputException("'" + file + "' is no HAR file: " + problem, REMEDY, cause);
  }
}
