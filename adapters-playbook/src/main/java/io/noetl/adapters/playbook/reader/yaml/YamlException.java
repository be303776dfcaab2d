package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;

/** Text that is no YAML, holds what JSON cannot express, or is beyond a limit. The position is a place in the file. */
public final class YamlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  public YamlException(String message, Position position) {
    super(OneLine.of(message));
    this.position = position;
  }

  /** The mistake and its place. */
  public Problem problem() {
    return new Problem(String.valueOf(getMessage()), position);
  }
}
