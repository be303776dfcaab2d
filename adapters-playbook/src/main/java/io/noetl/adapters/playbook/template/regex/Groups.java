package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.TextRepresentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The capturing groups met while a pattern is parsed. Group 0 is the whole match. */
final class Groups {

  private static final int OUTSIDE = -1;

  private final List<@Nullable Width> widths = new ArrayList<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<Integer, Integer> forward = new LinkedHashMap<>();
  private int lookBehind = OUTSIDE;

  Groups() {
    widths.add(null);
  }

  /** One more than the greatest number. */
  int count() {
    return widths.size();
  }

  Map<String, Integer> names() {
    return names;
  }

  /** Opens a group; {@code name} is null for one without a name. */
  int open(@Nullable String name, Tokens tokens) {
    int number = widths.size();
    widths.add(null);
    if (name != null) {
      Integer other = names.putIfAbsent(name, number);
      if (other != null) {
        throw tokens.error("redefinition of group name " + TextRepresentation.of(name) + " as group " + number
            + "; was group " + other, Tokens.length(name) + 1);
      }
    }
    return number;
  }

  void close(int number, Node body) {
    widths.set(number, Width.of(body, this));
  }

  boolean isClosed(int number) {
    return number < count() && widths.get(number) != null;
  }

  /** The width of a group that is closed. */
  Width width(int number) {
    Width width = widths.get(number);
    return width == null ? Width.NOTHING : width;
  }

  /** Enters a look-behind; what it returns goes to {@link #leaveLookBehind}. */
  int enterLookBehind() {
    int outer = lookBehind;
    lookBehind = outer == OUTSIDE ? count() : outer;
    return outer;
  }

  void leaveLookBehind(int outer) {
    lookBehind = outer;
  }

  /** Within a look-behind a reference must be to a group before it. */
  void checkReference(int number, Tokens tokens) {
    if (lookBehind == OUTSIDE) {
      return;
    }
    if (!isClosed(number)) {
      throw tokens.error("cannot refer to an open group", 0);
    }
    if (number >= lookBehind) {
      throw tokens.error("cannot refer to group defined in the same lookbehind subpattern", 0);
    }
  }

  /** A condition may name a group that comes later; whether it does is known at the end. */
  void referForward(int number, int at) {
    forward.putIfAbsent(number, at);
  }

  void checkForward(Tokens tokens) {
    forward.forEach((number, at) -> {
      if (number >= count()) {
        throw tokens.problem("invalid group reference " + number, at);
      }
    });
  }
}
