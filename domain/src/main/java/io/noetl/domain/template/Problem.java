package io.noetl.domain.template;

import java.util.Comparator;

/** Something wrong in a template or playbook, and its place in the file. */
public record Problem(String message, Position position) {

  public static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparing(Problem::position, Position.IN_FILE_ORDER);
}
