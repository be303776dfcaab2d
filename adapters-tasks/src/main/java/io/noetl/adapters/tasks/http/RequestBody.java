package io.noetl.adapters.tasks.http;

import java.util.List;

/** What a request sends: bytes that are at hand, a file, or a form with files in it. */
public sealed interface RequestBody permits Content, RequestBody.FromFile, RequestBody.Multipart {

  /** The value of the {@code Content-Type} header. */
  String type();

  /** All of a file, read while it is sent. */
  record FromFile(String type, SentFile file) implements RequestBody {}

  /**
   * A form as {@code multipart/form-data} (RFC 7578).
   *
   * @param boundary stands between the parts and in none of them
   */
  record Multipart(String boundary, List<Part> parts) implements RequestBody {

    public Multipart {
      parts = List.copyOf(parts);
    }

    @Override
    public String type() {
      return "multipart/form-data; boundary=" + boundary;
    }
  }

  /** One part of a form. */
  sealed interface Part {

    /** The name of the form's field. */
    String name();
  }

  /** A field that is text. */
  record Field(String name, String value) implements Part {}

  /** A file of a form. */
  record Attachment(String name, String fileName, String type, SentFile file) implements Part {}
}
