package io.noetl.adapters.duckdb.task;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param text the statement, without comments before it and without its semicolon
 * @param entry which entry of the script it stands in, from 0
 * @param start how many characters of its entry precede it
 * @param quoted what stands in quotes in it: texts and quoted names
 */
record SqlStatement(String text, int entry, int start, List<String> quoted) {

  SqlStatement {
    quoted = List.copyOf(quoted);
  }
}
