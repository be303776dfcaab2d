package io.noetl.adapters.playbook.template.value;

/**
 * How much one rendering may do. All limits are counts, so that a template that renders once renders always.
 *
 * @param operations steps of evaluation, elements visited and comparisons made
 * @param elements list and map elements created
 * @param textLength characters of one text, the output included
 * @param totalText characters of all texts created
 * @param depth how deep statements, calls, expressions and values may nest in all: what a stack of 512 KiB can bear
 * @param valueDepth how deep lists and maps may nest where they are printed, compared or made anew
 * @param integerBits bits of an integer
 * @param savedPositions what a regular expression remembers to come back to
 */
public record Limits(
    long operations, long elements, int textLength, long totalText, int depth, int valueDepth, int integerBits,
    int savedPositions) {

  public static final Limits DEFAULT = new Limits(5_000_000, 500_000, 4_194_304, 12_582_912, 400, 200, 65_536, 1_000_000);
}
