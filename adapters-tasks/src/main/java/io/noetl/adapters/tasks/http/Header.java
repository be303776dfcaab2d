package io.noetl.adapters.tasks.http;

import java.util.List;
import java.util.Optional;

/** One header line. Names keep their spelling; they are compared without regard to case. */
public record Header(String name, String value) {

  /** The first value under that name. */
  public static Optional<String> first(List<Header> headers, String name) {
    return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).findFirst();
  }
}
