/**
 * Pages for people. Everything that an execution recorded is escaped on its way into one. Start with {@link
 * io.noetl.adapters.report.page.MarkdownPage}.
 */
@NullMarked
package io.noetl.adapters.report.page;

import org.jspecify.annotations.NullMarked;
