package io.noetl.adapters.playbook.template.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled pattern: instructions by index, each with two operands and perhaps a test. It never changes once built. */
final class Program {

  /** Operands of {@link Operation#BACK_REFERENCE}: how letters compare. */
  static final int CASE = 0;
  static final int NO_CASE = 1;
  static final int NO_ASCII_CASE = 2;

  /** The bounds and first instruction of a loop. */
  record Loop(int registers, int min, int max, int body) {}

  final Operation[] operations;
  final int[] x;
  final int[] y;
  final CharacterTest[] tests;
  final Loop[] loops;
  final int groups;
  final int registers;

  private Program(Builder builder, int groups) {
    int size = builder.size;
    this.operations = Arrays.copyOf(builder.operations, size);
    this.x = Arrays.copyOf(builder.x, size);
    this.y = Arrays.copyOf(builder.y, size);
    this.tests = Arrays.copyOf(builder.tests, size);
    this.loops = builder.loops.toArray(Loop[]::new);
    this.groups = groups;
    this.registers = builder.registers;
  }

  /** Puts a program together. */
  static final class Builder {
    private Operation[] operations = new Operation[16];
    private int[] x = new int[16];
    private int[] y = new int[16];
    private CharacterTest[] tests = new CharacterTest[16];
    private final List<Loop> loops = new ArrayList<>();
    private int size;
    private int registers;

    /** The first two registers of every group are its beginning and end. */
    Builder(int groups) {
      registers = 2 * groups;
    }

    int size() {
      return size;
    }

    /** The first of so many new registers. */
    int reserve(int count) {
      int first = registers;
      registers += count;
      return first;
    }

    int add(Operation operation, int first, int second, @Nullable CharacterTest test) {
      if (size == operations.length) {
        operations = Arrays.copyOf(operations, 2 * size);
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
        tests = Arrays.copyOf(tests, 2 * size);
      }
      operations[size] = operation;
      x[size] = first;
      y[size] = second;
      tests[size] = test == null ? CharacterTest.ANY : test;
      return size++;
    }

    int add(Operation operation, int first, int second) {
      return add(operation, first, second, null);
    }

    int add(Operation operation) {
      return add(operation, 0, 0, null);
    }

    /** The index of a new loop. */
    int loop(Loop loop) {
      loops.add(loop);
      return loops.size() - 1;
    }

    /** Lets operand x of an instruction be the next one. */
    void landX(int instruction) {
      x[instruction] = size;
    }

    void landY(int instruction) {
      y[instruction] = size;
    }

    Program build(int groups) {
      return new Program(this, groups);
    }
  }
}
