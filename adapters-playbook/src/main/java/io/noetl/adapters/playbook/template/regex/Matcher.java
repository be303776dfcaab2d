package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Rendering;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a pattern in a text, from left to right. Offsets are those of Java's strings, but a surrogate pair is never
 * split. It recurses nowhere; every instruction is an operation of the rendering, and what is saved for backtracking is
 * counted too. As in Python an empty match may touch the match before it, but not repeat an empty one.
 */
public final class Matcher {

  private static final int FAILED = -1;
  private static final int MATCHED = -2;

  /** The number of a choice that stands for no run. */
  private static final int PLAIN = -1;

  private final Program program;
  private final Rendering rendering;
  private final String text;
  private final Backtracking saved;
  private final Cursor cursor;
  private int start;
  private int end;
  private int nonEmptyAt = -1;

  Matcher(Program program, Rendering rendering, String text) {
    this.program = program;
    this.rendering = rendering;
    this.text = text;
    this.cursor = new Cursor(rendering, text);
    this.saved = new Backtracking(rendering, program.registers);
  }

  /** Finds the next match. */
  public boolean find() {
    for (int from = end; from <= text.length(); from = from < text.length() ? cursor.after(from) : from + 1) {
      from = candidate(from);
      if (from < 0) {
        return false;
      }
      saved.clear();
      if (matches(from)) {
        start = from;
        end = cursor.position();
        nonEmptyAt = start == end ? end : -1;
        return true;
      }
      nonEmptyAt = -1;
    }
    return false;
  }

  /** The first offset where the pattern may begin to match, or -1. */
  private int candidate(int from) {
    boolean searched = program.operations[0] == Operation.LITERAL
        && !(program.x[0] >= Character.MIN_SURROGATE && program.x[0] <= Character.MAX_SURROGATE);
    if (!searched) {
      return from;
    }
    int found = text.indexOf(program.x[0], from);
    rendering.steps(((found < 0 ? text.length() : found) - from) >> 4);
    return found;
  }

  /** The offset of the match found last. */
  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /** How many groups there are, the whole match aside. */
  public int groups() {
    return program.groups - 1;
  }

  /** What a group has matched, or null; group 0 is the whole match. */
  public @Nullable String group(int group) {
    if (group == 0) {
      return text.substring(start, end);
    }
    return hasMatched(group) ? text.substring(saved.register(2 * group), saved.register(2 * group + 1)) : null;
  }

  /** Where a group's match begins, or -1. */
  int start(int group) {
    return group == 0 ? start : hasMatched(group) ? saved.register(2 * group) : -1;
  }

  int end(int group) {
    return group == 0 ? end : hasMatched(group) ? saved.register(2 * group + 1) : -1;
  }

  private boolean hasMatched(int group) {
    int from = saved.register(2 * group);
    return from >= 0 && saved.register(2 * group + 1) >= from;
  }

  private boolean matches(int from) {
    cursor.moveTo(from);
    int next = 0;
    while (next != MATCHED) {
      rendering.step();
      next = next == FAILED ? retried() : executed(next);
      if (next == FAILED && !saved.hasChoice()) {
        return false;
      }
    }
    return true;
  }

  /** Goes back to the last choice; the next instruction. */
  private int retried() {
    saved.backtrack();
    cursor.moveTo(saved.offset());
    int instruction = saved.instruction();
    int number = saved.number();
    if (number == PLAIN) {
      return instruction;
    }
    return program.operations[instruction] == Operation.RUN_GREEDY
        ? shortened(instruction, number)
        : extended(instruction, number);
  }

  /** Executes one instruction; the next one. */
  private int executed(int at) {
    int x = program.x[at];
    int y = program.y[at];
    return switch (program.operations[at]) {
      case LITERAL -> cursor.literal(x) ? at + 1 : FAILED;
      case CHARACTER -> cursor.character(program.tests[at]) ? at + 1 : FAILED;
      case RUN_GREEDY, RUN_POSSESSIVE, RUN_LAZY -> run(at, x, y);
      case BEGINNING -> cursor.position() == 0 ? at + 1 : FAILED;
      case LINE_BEGINNING -> cursor.position() == 0 || text.charAt(cursor.position() - 1) == '\n' ? at + 1 : FAILED;
      case END -> cursor.atEnd() ? at + 1 : FAILED;
      case LINE_END -> cursor.position() == text.length() || text.charAt(cursor.position()) == '\n' ? at + 1 : FAILED;
      case TEXT_END -> cursor.position() == text.length() ? at + 1 : FAILED;
      case BOUNDARY -> !text.isEmpty() && cursor.isBoundary(program.tests[at]) ? at + 1 : FAILED;
      case NO_BOUNDARY -> !text.isEmpty() && !cursor.isBoundary(program.tests[at]) ? at + 1 : FAILED;
      case JUMP -> x;
      case CHOICE -> choice(at, x);
      case MARK, RETURN, BARRIER, COMMIT -> save(at, x);
      case LOOP_START -> loopStart(at, x);
      case LOOP_GREEDY, LOOP_LAZY -> loop(at, program.loops[x], y);
      case LOOP_AGAIN -> again(program.loops[x]);
      case BACK -> cursor.back(y) ? at + 1 : FAILED;
      case FAIL -> FAILED;
      case BACK_REFERENCE -> refers(x, y) ? at + 1 : FAILED;
      case CONDITION -> hasMatched(x) ? at + 1 : y;
      case MATCH -> cursor.position() == nonEmptyAt ? FAILED : MATCHED;
    };
  }

  private int choice(int at, int other) {
    saved.choose(other, cursor.position(), PLAIN);
    return at + 1;
  }

  private int save(int at, int register) {
    switch (program.operations[at]) {
      case MARK -> saved.set(register, cursor.position());
      case BARRIER -> saved.set(register, saved.height());
      case COMMIT -> saved.cut(saved.register(register));
      default -> cursor.moveTo(saved.register(register));
    }
    return at + 1;
  }

  /** A repeated character: at least {@code min}, then as many as its kind of run takes at first. */
  private int run(int at, int min, int max) {
    Operation kind = program.operations[at];
    int from = cursor.position();
    if (!cursor.runs(program.tests[at], min, min)) {
      return FAILED;
    }
    int shortest = cursor.position();
    if (kind == Operation.RUN_LAZY) {
      if (max > min) {
        saved.choose(at, cursor.position(), max == Node.Repetition.UNBOUNDED ? max : max - min);
      }
      return at + 1;
    }
    cursor.runs(program.tests[at], 0, max == Node.Repetition.UNBOUNDED ? max : max - min);
    rendering.steps((cursor.position() - from) / Cursor.RUN);
    if (kind == Operation.RUN_GREEDY && cursor.position() > shortest) {
      saved.choose(at, cursor.position(), shortest);
    }
    return at + 1;
  }

  /** A greedy run with one character less. */
  private int shortened(int at, int shortest) {
    cursor.back(1);
    if (cursor.position() > shortest) {
      saved.choose(at, cursor.position(), shortest);
    }
    return at + 1;
  }

  /** A lazy run with one character more. */
  private int extended(int at, int left) {
    if (!cursor.character(program.tests[at])) {
      return FAILED;
    }
    int remaining = left == Node.Repetition.UNBOUNDED ? left : left - 1;
    if (remaining > 0) {
      saved.choose(at, cursor.position(), remaining);
    }
    return at + 1;
  }

  private int loopStart(int at, int registers) {
    saved.set(registers, -1);
    saved.set(registers + 1, -1);
    return at + 1;
  }

  /** A round has ended, or none begun yet: one more, or on behind the loop. An empty round is the last. */
  private int loop(int at, Program.Loop loop, int behind) {
    int rounds = saved.register(loop.registers()) + 1;
    if (rounds < loop.min()) {
      saved.set(loop.registers(), rounds);
      return loop.body();
    }
    if (rounds >= loop.max() || cursor.position() == saved.register(loop.registers() + 1)) {
      return behind;
    }
    if (program.operations[at] == Operation.LOOP_LAZY) {
      saved.choose(at + 1, cursor.position(), PLAIN);
      return behind;
    }
    saved.choose(behind, cursor.position(), PLAIN);
    return again(loop);
  }

  private int again(Program.Loop loop) {
    saved.set(loop.registers(), saved.register(loop.registers()) + 1);
    saved.set(loop.registers() + 1, cursor.position());
    return loop.body();
  }

  private boolean refers(int group, int comparison) {
    return hasMatched(group)
        && cursor.repeats(saved.register(2 * group), saved.register(2 * group + 1), comparison);
  }
}
