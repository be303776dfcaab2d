package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.http.RequestBody.Attachment;
import io.noetl.adapters.tasks.http.RequestBody.Field;
import io.noetl.adapters.tasks.http.RequestBody.FromFile;
import io.noetl.adapters.tasks.http.RequestBody.Multipart;
import io.noetl.adapters.tasks.http.RequestBody.Part;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns bodies into what the JDK's client sends; files are read as the connection takes them. */
final class BodyPublishing {

  private BodyPublishing() {}

  static BodyPublisher of(@Nullable RequestBody body) throws TransportException {
    return switch (body) {
      case null -> BodyPublishers.noBody();
      case Content content -> BodyPublishers.ofByteArray(content.bytes());
      case FromFile whole -> file(whole.file().path());
      case Multipart form -> multipart(form);
    };
  }

  /**
   * Each part is {@code --boundary}, its headers, an empty line and its content; {@code --boundary--} ends the form.
   * Lines end with CR LF.
   */
  private static BodyPublisher multipart(Multipart form) throws TransportException {
    List<BodyPublisher> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Part part : form.parts()) {
      text.append("--").append(form.boundary()).append("\r\nContent-Disposition: form-data; name=\"");
      text.append(quoted(part.name())).append('"');
      switch (part) {
        case Field field -> text.append("\r\n\r\n").append(field.value());
        case Attachment attached -> {
          text.append("; filename=\"").append(quoted(attached.fileName()));
          text.append("\"\r\nContent-Type: ").append(attached.type()).append("\r\n\r\n");
          pieces.add(BodyPublishers.ofString(text.toString(), StandardCharsets.UTF_8));
          pieces.add(file(attached.file().path()));
          text.setLength(0);
        }
      }
      text.append("\r\n");
    }
    text.append("--").append(form.boundary()).append("--\r\n");
    pieces.add(BodyPublishers.ofString(text.toString(), StandardCharsets.UTF_8));
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }

  /** As browsers write the names of fields and files (HTML, multipart/form-data encoding algorithm). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher file(Path path) throws TransportException {
    try {
      return BodyPublishers.ofFile(path);
    } catch (FileNotFoundException e) {
      throw new TransportException("the file '" + path + "' cannot be read: " + e.getMessage(), e);
    }
  }
}
