package io.noetl.adapters.playbook.template.syntax;

import java.util.List;

/**
 * A name that a template reads from around it, with the constant keys that follow.
 *
 * @param at the offset of the name in the normalised source
 * @param guarded whether the template copes with its absence
 */
public record PathRead(List<String> path, int at, boolean guarded) {

  public PathRead {
    path = List.copyOf(path);
  }
}
