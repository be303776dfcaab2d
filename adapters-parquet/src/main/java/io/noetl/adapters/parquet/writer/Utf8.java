package io.noetl.adapters.parquet.writer;

import io.noetl.application.error.ExportException;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;

/** Text to bytes, exactly: what UTF-8 cannot hold is an error, and never a question mark in the file. */
final class Utf8 {

  private Utf8() {}

  static byte[] encode(EventColumn column, String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (!Character.isSurrogatePair(text.charAt(at), at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
          throw loneSurrogate(column, text, at);
        }
        at++;
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ExportException loneSurrogate(EventColumn column, String text, int at) {
    return new ExportException(
        "column %s holds half a surrogate pair, U+%04X at character %d of %d: that is no text, and UTF-8 cannot hold it"
            .formatted(column.columnName(), (int) text.charAt(at), at, text.length()),
        "find the value with noetl query and correct the task that produced it");
  }
}
