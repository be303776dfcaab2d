/**
 * What templates can call: filters, tests, global functions, and the methods of strings, lists, maps and numbers. Each
 * kind is a table from names to code; what is in no table does not exist for a template. Start with {@link
 * io.noetl.adapters.playbook.template.function.Filters}.
 */
@NullMarked
package io.noetl.adapters.playbook.template.function;

import org.jspecify.annotations.NullMarked;
