package io.noetl.adapters.playbook.template.value;

/**
 * How much one rendering may do. All limits are counts, so that a template that renders once renders always.
 *
 * @param operations steps of evaluation, elements visited and comparisons made
 * @param elements list and map elements created
 * @param textLength characters of one text, the output included
 * @param totalText characters of all texts created
 * @param depth how deep calls, expressions and values may nest; no deeper than JSON text can be read back
 * @param integerBits bits of an integer
 */
public record Limits(long operations, long elements, int textLength, long totalText, int depth, int integerBits) {

  public static final Limits DEFAULT = new Limits(5_000_000, 500_000, 4_194_304, 12_582_912, 500, 65_536);
}
