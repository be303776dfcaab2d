package io.noetl.adapters.playbook.template.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed pattern. {@code at} is the offset of its first code point in the pattern. */
sealed interface Node {

  int at();

  record Literal(int codePoint, int at) implements Node {}

  /** Any character, line breaks only where the flags say so. */
  record Any(int at) implements Node {}

  /** {@code [...]}, and {@code \d} and its like outside of one. */
  record CharacterSet(boolean negated, List<Member> members, int at) implements Node {
    public CharacterSet {
      members = List.copyOf(members);
    }
  }

  /** A place between characters. */
  record Place(Kind kind, int at) implements Node {
    enum Kind { BEGINNING, END, TEXT_BEGINNING, TEXT_END, BOUNDARY, NO_BOUNDARY }
  }

  /**
   * Parentheses.
   *
   * @param number the number of the group, 0 for one that captures nothing
   * @param added flags that hold within
   * @param removed flags that do not hold within
   */
  record Group(int number, int added, int removed, Node body, int at) implements Node {}

  record Atomic(Node body, int at) implements Node {}

  record Look(boolean behind, boolean negated, Node body, int at) implements Node {}

  record BackReference(int group, int at) implements Node {}

  record Conditional(int group, Node then, @Nullable Node otherwise, int at) implements Node {}

  /** {@code max} is {@link #UNBOUNDED} where there is none. */
  record Repetition(int min, int max, Mode mode, Node body, int at) implements Node {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    enum Mode { GREEDY, LAZY, POSSESSIVE }
  }

  record Alternation(List<Node> options, int at) implements Node {
    public Alternation {
      options = List.copyOf(options);
    }
  }

  record Sequence(List<Node> items, int at) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** What a set lists. */
  sealed interface Member {

    /** From {@code first} to {@code last}, both included. */
    record Range(int first, int last) implements Member {}

    record Kind(Category category, boolean negated) implements Member {}
  }

  /** {@code \d}, {@code \s} and {@code \w}. */
  enum Category { DIGIT, SPACE, WORD }
}
