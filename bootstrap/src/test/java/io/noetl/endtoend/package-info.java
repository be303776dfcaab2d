/**
 * The product from end to end: the command line with every real adapter, on playbooks, folders and servers of the tests'
 * own. Start with {@link io.noetl.endtoend.Noetl}, which runs it, and {@link io.noetl.endtoend.EventLog}, which reads what
 * it recorded.
 */
@org.jspecify.annotations.NullMarked
package io.noetl.endtoend;
