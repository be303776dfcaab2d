package io.noetl.application.port;

import io.noetl.domain.value.Value;

/** Hides the secrets of a run in what leaves it. Safe for use by several threads. */
public interface Redaction {

  /** The text with {@code ***} in the place of every secret. */
  String text(String text);

  /** The value with {@code ***} in the place of every secret, in its texts, its keys and its numbers. */
  Value value(Value value);

  /** Hides nothing. */
  Redaction NONE =
      new Redaction() {
        @Override
        public String text(String text) {
          return text;
        }

        @Override
        public Value value(Value value) {
          return value;
        }
      };
}
