/**
 * The grammar of templates: text to tokens to a tree of records, each with the offset of its place in the text, and
 * what can be told from the tree alone (the names that it reads). Only the engine and the evaluator use it; start with
 * {@link io.noetl.adapters.playbook.template.syntax.TemplateParser}.
 *
 * <p>The grammar is that of Jinja2 3.1 (https://jinja.palletsprojects.com/en/3.1.x/templates/).
 */
@NullMarked
package io.noetl.adapters.playbook.template.syntax;

import org.jspecify.annotations.NullMarked;
