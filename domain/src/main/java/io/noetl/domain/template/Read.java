package io.noetl.domain.template;

import java.util.List;

/**
 * A place where a template reads a name that it does not bind itself.
 *
 * @param path the name and the constant text keys that follow it: {@code a.b['c']} is a, b, c. An index, a slice, a
 *     computed key and a call end it; the name of a called method is no part of it: {@code a.b.items()} is a, b
 * @param position where the name stands in the file
 * @param guarded whether the template copes when nothing is there: the operand of the filter {@code default} or of the
 *     test {@code defined} or {@code undefined}, what stands where such a test or filter has made sure of it, and the name
 *     of a global function. Strict rendering copes with the last key of a path alone being absent
 */
public record Read(List<String> path, Position position, boolean guarded) {

  public Read {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a path begins with a name");
    }
  }

  /** The name that is looked up in the context. */
  public String name() {
    return path.getFirst();
  }
}
