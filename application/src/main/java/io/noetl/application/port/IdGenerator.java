package io.noetl.application.port;

/** Makes execution ids. */
@FunctionalInterface
public interface IdGenerator {

  /** An id that no other execution has: letters, digits and dashes. */
  String next();
}
