package io.noetl.adapters.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * Where a command reads and writes. The streams are UTF-8.
 *
 * @param in standard input
 * @param out takes the answer and nothing else
 * @param err takes everything else
 * @param outInteractive whether {@code out} is a terminal that understands ANSI control sequences
 * @param errInteractive whether {@code err} is one
 * @param colours whether colours are welcome where there is a terminal: {@code NO_COLOR} is not set
 * @param width the columns of a line on it
 * @param clock the time
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outInteractive,
    boolean errInteractive,
    boolean colours,
    int width,
    InstantSource clock) {

  /** Whether the answer may be coloured. */
  public boolean outColours() {
    return outInteractive && colours;
  }

  /** Whether messages may be coloured. */
  public boolean errColours() {
    return errInteractive && colours;
  }
}
