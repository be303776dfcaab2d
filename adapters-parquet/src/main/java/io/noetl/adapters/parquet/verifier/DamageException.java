package io.noetl.adapters.parquet.verifier;

/**
 * The file is not what it should be. Unchecked, so that it passes through parquet-java's interfaces; never leaves this
 * package.
 */
final class DamageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to do about a file that was whole once, or never was. */
  static final String EXPORT_AGAIN =
      "export it again: run the playbook with --export, or noetl export --execution ID --to PATH if the store has the"
          + " execution";

  private final String remedy;

  DamageException(String reason) {
    this(reason, EXPORT_AGAIN);
  }

  DamageException(String reason, String remedy) {
    super(reason, null, false, false);
    this.remedy = remedy;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
