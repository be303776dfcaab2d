/**
 * The page that a report is sent as: one HTML file that reaches for nothing outside itself. What an execution recorded is in
 * it as JSON alone, which the page's scripts show as text. Start with {@link io.noetl.adapters.report.html.HtmlPage}.
 */
@NullMarked
package io.noetl.adapters.report.html;

import org.jspecify.annotations.NullMarked;
