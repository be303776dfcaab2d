package io.noetl.adapters.parquet.verifier;

import org.jspecify.annotations.Nullable;

/** What a structure of the format may lack, and this file must have. */
final class Present {

  private Present() {}

  /**
   * The value.
   *
   * @param field what it is, for the message
   * @throws DamageException if there is none
   */
  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new DamageException("the file's structure is damaged: " + field + " is missing");
    }
    return value;
  }
}
