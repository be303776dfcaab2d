package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Alternation;
import io.noetl.adapters.playbook.template.regex.Node.Place;
import io.noetl.adapters.playbook.template.regex.Node.Repetition;
import io.noetl.adapters.playbook.template.regex.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses patterns by descent: alternation, sequence, one item with its quantifier. */
final class PatternParser {

  /** How deep groups may nest: as deep as this parser and the compiler recurse. */
  static final int MAX_NESTING = 50;

  /** Python's bound on the numbers in a quantifier. */
  private static final long TOO_MANY = 4_294_967_295L;

  private final Tokens tokens;
  private final Groups groups = new Groups();
  private final EscapeParser escapes;
  private final SetParser sets;
  private final GroupParser parentheses;
  private int flags;

  /** What a pattern is parsed to: its tree, its groups, and the flags given and found at its start. */
  record Parsed(Node root, Groups groups, int flags) {}

  private PatternParser(String pattern, int flags) {
    this.tokens = new Tokens(pattern);
    this.escapes = new EscapeParser(tokens, groups);
    this.sets = new SetParser(tokens, escapes);
    this.parentheses = new GroupParser(tokens, groups, this);
    this.flags = flags;
  }

  static Parsed parse(String pattern, int flags) {
    PatternParser parser = new PatternParser(pattern, flags);
    Node root = parser.alternation(Flags.has(flags, Flags.VERBOSE), 0);
    if (parser.tokens.peek() != Tokens.END) {
      throw parser.tokens.error("unbalanced parenthesis", 0);
    }
    parser.groups.checkForward(parser.tokens);
    return new Parsed(root, parser.groups, parser.flags);
  }

  void addGlobalFlags(int added) {
    flags |= added;
  }

  Node alternation(boolean verbose, int nesting) {
    int at = tokens.position();
    if (nesting > MAX_NESTING) {
      throw tokens.error("groups nested deeper than " + MAX_NESTING + " levels", 0);
    }
    List<Node> options = new ArrayList<>();
    options.add(sequence(verbose, nesting, nesting == 0));
    while (tokens.accept('|')) {
      options.add(sequence(nesting == 0 ? Flags.has(flags, Flags.VERBOSE) : verbose, nesting, false));
    }
    return options.size() == 1 ? options.getFirst() : new Alternation(options, at);
  }

  /** {@code first} tells whether flags for the whole pattern may stand at the beginning. */
  Node sequence(boolean verboseBefore, int nesting, boolean first) {
    boolean verbose = verboseBefore;
    int start = tokens.position();
    List<Node> items = new ArrayList<>();
    while (tokens.peek() != Tokens.END && tokens.peek() != '|' && tokens.peek() != ')') {
      int at = tokens.position();
      int token = tokens.take();
      if (verbose && skipped(token)) {
        continue;
      }
      if (isQuantifier(token)) {
        quantified(token, at, items);
      } else if (token == '(') {
        int before = flags;
        Node group = parentheses.group(at, verbose, nesting, first && items.isEmpty());
        if (group != null) {
          items.add(group);
        }
        verbose = flags == before ? verbose : Flags.has(flags, Flags.VERBOSE);
      } else {
        items.add(single(token, at));
      }
    }
    return new Sequence(items, start);
  }

  /** White space and comments of a verbose pattern. */
  private boolean skipped(int token) {
    if (token == '#') {
      int taken = token;
      while (taken != Tokens.END && taken != '\n') {
        taken = tokens.take();
      }
      return true;
    }
    return token == ' ' || (token >= '\t' && token <= '\r');
  }

  private Node single(int token, int at) {
    if (Tokens.isEscaped(token)) {
      return escapes.inPattern(token - Tokens.ESCAPED, at);
    }
    return switch (token) {
      case '[' -> sets.set(at);
      case '.' -> new Node.Any(at);
      case '^' -> new Place(Place.Kind.BEGINNING, at);
      case '$' -> new Place(Place.Kind.END, at);
      default -> new Node.Literal(token, at);
    };
  }

  private static boolean isQuantifier(int token) {
    return token == '*' || token == '+' || token == '?' || token == '{';
  }

  /** Repeats the last item; a brace that begins no quantifier is a literal. */
  private void quantified(int token, int at, List<Node> items) {
    Bounds bounds = switch (token) {
      case '?' -> new Bounds(0, 1);
      case '*' -> new Bounds(0, Repetition.UNBOUNDED);
      case '+' -> new Bounds(1, Repetition.UNBOUNDED);
      default -> braces();
    };
    if (bounds == null) {
      items.add(new Node.Literal(token, at));
      return;
    }
    if (items.isEmpty() || items.getLast() instanceof Place) {
      throw tokens.problem("nothing to repeat", at);
    }
    Node item = items.removeLast();
    if (item instanceof Repetition) {
      throw tokens.problem("multiple repeat", at);
    }
    Repetition.Mode mode = tokens.accept('?') ? Repetition.Mode.LAZY
        : tokens.accept('+') ? Repetition.Mode.POSSESSIVE : Repetition.Mode.GREEDY;
    items.add(new Repetition(bounds.min(), bounds.max(), mode, item, item.at()));
  }

  private record Bounds(int min, int max) {}

  private @Nullable Bounds braces() {
    int here = tokens.position();
    if (tokens.peek() == '}') {
      return null;
    }
    String low = tokens.digits(Integer.MAX_VALUE, 10);
    String high = tokens.accept(',') ? tokens.digits(Integer.MAX_VALUE, 10) : low;
    if (!tokens.accept('}')) {
      tokens.seek(here);
      return null;
    }
    long min = low.isEmpty() ? 0 : count(low);
    long max = high.isEmpty() ? TOO_MANY : count(high);
    if (max < min) {
      throw tokens.problem("min repeat greater than max repeat", here);
    }
    return new Bounds((int) Math.min(min, Repetition.UNBOUNDED - 1), (int) Math.min(max, Repetition.UNBOUNDED));
  }

  private static long count(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    long count = significant.length() > 10 ? TOO_MANY : Long.parseLong(significant);
    if (count >= TOO_MANY) {
      throw new PatternException("the repetition number is too large");
    }
    return count;
  }
}
