package io.noetl.adapters.cli.terminal;

/** Ctrl-C and other wishes of the system that the program end. */
public interface Interrupts {

  /** Runs {@code reaction} on another thread when the program is asked to end, and holds the end back. */
  void whenInterrupted(Runnable reaction);

  /** The command has written all it had to: the program may end. May be called twice. */
  void finished();

  /** Never interrupts. */
  Interrupts NONE =
      new Interrupts() {
        @Override
        public void whenInterrupted(Runnable reaction) {}

        @Override
        public void finished() {}
      };
}
