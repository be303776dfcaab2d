package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Atomic;
import io.noetl.adapters.playbook.template.regex.Node.BackReference;
import io.noetl.adapters.playbook.template.regex.Node.Conditional;
import io.noetl.adapters.playbook.template.regex.Node.Group;
import io.noetl.adapters.playbook.template.regex.Node.Look;
import io.noetl.adapters.playbook.template.value.TextRepresentation;
import org.jspecify.annotations.Nullable;

/** Parses what begins with a parenthesis. */
final class GroupParser {

  /** Python's bound on the number of a group. */
  private static final int MAX_GROUPS = 1_073_741_823;

  private final Tokens tokens;
  private final Groups groups;
  private final PatternParser patterns;

  GroupParser(Tokens tokens, Groups groups, PatternParser patterns) {
    this.tokens = tokens;
    this.groups = groups;
    this.patterns = patterns;
  }

  /** A group whose parenthesis, at {@code at}, is taken already; null for a comment and for flags of the whole pattern. */
  @Nullable Node group(int at, boolean verbose, int nesting, boolean first) {
    if (!tokens.accept('?')) {
      return capturing(null, at, verbose, nesting);
    }
    int extension = taken();
    return switch (extension) {
      case 'P' -> python(at, verbose, nesting);
      case ':' -> new Group(0, 0, 0, body(at, verbose, nesting), at);
      case '#' -> comment(at);
      case '=', '!' -> new Look(false, extension == '!', body(at, verbose, nesting), at);
      case '<' -> behind(at, verbose, nesting);
      case '(' -> conditional(at, verbose, nesting);
      case '>' -> new Atomic(body(at, verbose, nesting), at);
      default -> flags(extension, at, verbose, nesting, first);
    };
  }

  private int taken() {
    int token = tokens.take();
    if (token == Tokens.END) {
      throw tokens.error("unexpected end of pattern", 0);
    }
    return token;
  }

  private Node body(int at, boolean verbose, int nesting) {
    Node body = patterns.alternation(verbose, nesting + 1);
    close(at);
    return body;
  }

  private void close(int at) {
    if (!tokens.accept(')')) {
      throw tokens.problem("missing ), unterminated subpattern", at);
    }
  }

  private Node capturing(@Nullable String name, int at, boolean verbose, int nesting) {
    int number = groups.open(name, tokens);
    Node body = body(at, verbose, nesting);
    groups.close(number, body);
    return new Group(number, 0, 0, body, at);
  }

  private @Nullable Node comment(int at) {
    while (tokens.peek() != Tokens.END) {
      if (tokens.take() == ')') {
        return null;
      }
    }
    throw tokens.problem("missing ), unterminated comment", at);
  }

  private Node python(int at, boolean verbose, int nesting) {
    if (tokens.accept('<')) {
      return capturing(identifier(tokens.until('>', "group name")), at, verbose, nesting);
    }
    if (!tokens.accept('=')) {
      int token = taken();
      throw tokens.error("unknown extension ?P" + Tokens.shown(token), Tokens.length(token) + 2);
    }
    String name = identifier(tokens.until(')', "group name"));
    int number = named(name);
    if (!groups.isClosed(number)) {
      throw tokens.error("cannot refer to an open group", Tokens.length(name) + 1);
    }
    groups.checkReference(number, tokens);
    return new BackReference(number, at);
  }

  private String identifier(String name) {
    if (!isIdentifier(name)) {
      throw badName(tokens, name);
    }
    return name;
  }

  static PatternException badName(Tokens tokens, String name) {
    return tokens.error("bad character in group name " + TextRepresentation.of(name), Tokens.length(name) + 1);
  }

  static boolean isIdentifier(String name) {
    int first = name.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /** The number that a name of digits says, or -1 for any other name. */
  static int number(String name) {
    boolean digits = name.codePoints().allMatch(Tokens::isDigit);
    return !digits ? -1 : name.length() > 10 ? MAX_GROUPS : (int) Math.min(Long.parseLong(name), MAX_GROUPS);
  }

  static boolean isTooGreat(int number) {
    return number >= MAX_GROUPS;
  }

  private int named(String name) {
    Integer number = groups.names().get(name);
    if (number == null) {
      throw tokens.error("unknown group name " + TextRepresentation.of(name), Tokens.length(name) + 1);
    }
    return number;
  }

  private Node behind(int at, boolean verbose, int nesting) {
    int token = taken();
    if (token != '=' && token != '!') {
      throw tokens.error("unknown extension ?<" + Tokens.shown(token), Tokens.length(token) + 2);
    }
    int outer = groups.enterLookBehind();
    Node body = patterns.alternation(verbose, nesting + 1);
    groups.leaveLookBehind(outer);
    close(at);
    return new Look(true, token == '!', body, at);
  }

  private Node conditional(int at, boolean verbose, int nesting) {
    String name = tokens.until(')', "group name");
    int number = isIdentifier(name) ? named(name) : numbered(name);
    groups.checkReference(number, tokens);
    if (nesting >= PatternParser.MAX_NESTING) {
      throw tokens.error("groups nested deeper than " + PatternParser.MAX_NESTING + " levels", 0);
    }
    Node then = patterns.sequence(verbose, nesting + 1, false);
    Node otherwise = tokens.accept('|') ? patterns.sequence(verbose, nesting + 1, false) : null;
    if (otherwise != null && tokens.peek() == '|') {
      throw tokens.error("conditional backref with more than two branches", 0);
    }
    close(at);
    return new Conditional(number, then, otherwise, at);
  }

  private int numbered(String name) {
    int number = number(name);
    if (number < 0) {
      throw badName(tokens, name);
    }
    if (number == 0) {
      throw tokens.error("bad group number", name.length() + 1);
    }
    if (isTooGreat(number)) {
      throw tokens.error("invalid group reference " + name, name.length() + 1);
    }
    groups.referForward(number, tokens.position() - name.length() - 1);
    return number;
  }

  private @Nullable Node flags(int letter, int at, boolean verbose, int nesting, boolean first) {
    if (letter != '-' && Flags.ofLetter(letter) == null) {
      throw tokens.error("unknown extension ?" + Tokens.shown(letter), Tokens.length(letter) + 1);
    }
    FlagParser.Change change = new FlagParser(tokens).change(letter);
    if (change.global()) {
      patterns.addGlobalFlags(change.added());
      if (!first) {
        throw tokens.problem("global flags not at the start of the expression", at);
      }
      return null;
    }
    boolean inner = Flags.has(Flags.within(verbose ? Flags.VERBOSE : 0, change.added(), change.removed()), Flags.VERBOSE);
    return new Group(0, change.added(), change.removed(), body(at, inner, nesting), at);
  }
}
