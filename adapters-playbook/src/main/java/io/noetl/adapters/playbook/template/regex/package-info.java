/**
 * Regular expressions with the syntax, semantics and error messages of Python's {@code re} for strings. A pattern is parsed
 * to a tree of {@link io.noetl.adapters.playbook.template.regex.Node}s, compiled to a program and run by a backtracking
 * matcher that keeps its own stack and counts every step against the limits of the rendering. The filters call
 * {@link io.noetl.adapters.playbook.template.regex.RegularExpression}; start there.
 */
@NullMarked
package io.noetl.adapters.playbook.template.regex;

import org.jspecify.annotations.NullMarked;
