package io.noetl.adapters.playbook.template.regex;

/**
 * What an instruction of a compiled pattern does. It goes on with the next instruction unless said otherwise; x and y are
 * its two operands. Registers hold offsets in the text, counts and heights of the stack.
 */
enum Operation {

  /** The character x. */
  LITERAL,
  /** A character that passes the test. */
  CHARACTER,
  /** As many characters that pass the test as there are, from x to y; fewer, one by one, when the rest fails. */
  RUN_GREEDY,
  /** Characters that pass the test, x of them; more, one by one, up to y when the rest fails. */
  RUN_LAZY,
  /** As many characters that pass the test as there are, from x to y, and never fewer. */
  RUN_POSSESSIVE,
  BEGINNING,
  LINE_BEGINNING,
  END,
  LINE_END,
  TEXT_END,
  /** Between a character that passes the test and one that does not. */
  BOUNDARY,
  NO_BOUNDARY,
  /** Goes to x. */
  JUMP,
  /** Goes on; to x when the rest fails. */
  CHOICE,
  /** Puts the offset in register x. */
  MARK,
  /** Resets the loop whose registers begin at x: completed rounds, offset of the last round. */
  LOOP_START,
  /** Decides on a round of the loop with index x; y is behind the loop. */
  LOOP_GREEDY,
  LOOP_LAZY,
  /** Begins another round of a lazy loop, whose {@link #LOOP_LAZY} is the instruction before. */
  LOOP_AGAIN,
  /** Puts the height of the stack in register x. */
  BARRIER,
  /** Forgets the choices since the barrier in register x. */
  COMMIT,
  /** Goes y characters back; fails where there are not as many. */
  BACK,
  /** Returns to the offset in register x. */
  RETURN,
  /** Fails. */
  FAIL,
  /** What group x has matched; y tells how letters compare. */
  BACK_REFERENCE,
  /** Goes to y unless group x has matched. */
  CONDITION,
  /** The whole pattern has matched. */
  MATCH
}
