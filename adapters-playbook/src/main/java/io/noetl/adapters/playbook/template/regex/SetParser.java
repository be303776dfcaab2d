package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.CharacterSet;
import io.noetl.adapters.playbook.template.regex.Node.Member;
import io.noetl.adapters.playbook.template.regex.Node.Member.Range;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code [...]}. */
final class SetParser {

  private final Tokens tokens;
  private final EscapeParser escapes;

  SetParser(Tokens tokens, EscapeParser escapes) {
    this.tokens = tokens;
    this.escapes = escapes;
  }

  /** A set whose opening bracket, at {@code at}, is taken already. */
  CharacterSet set(int at) {
    boolean negated = tokens.accept('^');
    List<Member> members = new ArrayList<>();
    while (true) {
      int token = taken(at);
      if (token == ']' && !members.isEmpty()) {
        return new CharacterSet(negated, members, at);
      }
      Member member = member(token);
      if (!tokens.accept('-')) {
        members.add(member);
        continue;
      }
      int end = taken(at);
      if (end == ']') {
        members.add(member);
        members.add(new Range('-', '-'));
        return new CharacterSet(negated, members, at);
      }
      members.add(range(token, member, end));
    }
  }

  private int taken(int at) {
    int token = tokens.take();
    if (token == Tokens.END) {
      throw tokens.problem("unterminated character set", at);
    }
    return token;
  }

  private Member member(int token) {
    return Tokens.isEscaped(token) ? escapes.inSet(token - Tokens.ESCAPED) : new Range(token, token);
  }

  private Range range(int token, Member first, int end) {
    Member last = member(end);
    if (first instanceof Range low && last instanceof Range high && low.first() <= high.first()) {
      return new Range(low.first(), high.first());
    }
    throw tokens.error("bad character range " + Tokens.shown(token) + "-" + Tokens.shown(end),
        Tokens.length(token) + 1 + Tokens.length(end));
  }
}
