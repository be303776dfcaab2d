package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.Arrays;

/**
 * The stack of a matcher: choices to come back to, and what registers held before they were changed since. A choice is
 * four numbers: instruction, offset in the text, height of the changes when it was made, and a number of its own.
 */
final class Backtracking {

  private static final int CHOICE = 4;
  private static final int CHANGE = 2;

  private final Rendering rendering;
  private final int[] registers;
  private int[] choices = new int[16 * CHOICE];
  private int[] changes = new int[16 * CHANGE];
  private int choiceHeight;
  private int changeHeight;

  /** The registers begin at -1. */
  Backtracking(Rendering rendering, int registers) {
    this.rendering = rendering;
    this.registers = new int[registers];
    Arrays.fill(this.registers, -1);
  }

  int register(int register) {
    return registers[register];
  }

  void set(int register, int value) {
    if (changeHeight + CHANGE > changes.length) {
      changes = grown(changes);
    }
    changes[changeHeight] = register;
    changes[changeHeight + 1] = registers[register];
    changeHeight += CHANGE;
    registers[register] = value;
    limited();
  }

  void choose(int instruction, int offset, int number) {
    rendering.step();
    if (choiceHeight + CHOICE > choices.length) {
      choices = grown(choices);
    }
    choices[choiceHeight] = instruction;
    choices[choiceHeight + 1] = offset;
    choices[choiceHeight + 2] = changeHeight;
    choices[choiceHeight + 3] = number;
    choiceHeight += CHOICE;
    limited();
  }

  private void limited() {
    rendering.savedPositions(choiceHeight / CHOICE + changeHeight / CHANGE);
  }

  private static int[] grown(int[] numbers) {
    return Arrays.copyOf(numbers, numbers.length + numbers.length / 2);
  }

  /** Whether there is a choice left. */
  boolean hasChoice() {
    return choiceHeight > 0;
  }

  /** Takes the last choice off, with the changes since. Its numbers are asked for by the methods below. */
  void backtrack() {
    choiceHeight -= CHOICE;
    undo(choices[choiceHeight + 2]);
  }

  /** The instruction of the choice taken off last. */
  int instruction() {
    return choices[choiceHeight];
  }

  int offset() {
    return choices[choiceHeight + 1];
  }

  int number() {
    return choices[choiceHeight + 3];
  }

  int height() {
    return choiceHeight;
  }

  /** Forgets the choices above a height. */
  void cut(int height) {
    choiceHeight = height;
  }

  /** Forgets all choices and changes. */
  void clear() {
    choiceHeight = 0;
    undo(0);
  }

  private void undo(int height) {
    while (changeHeight > height) {
      changeHeight -= CHANGE;
      registers[changes[changeHeight]] = changes[changeHeight + 1];
    }
  }
}
