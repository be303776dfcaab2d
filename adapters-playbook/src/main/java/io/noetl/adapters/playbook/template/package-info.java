/**
 * The Jinja2 template engine of playbooks. {@link
 * io.noetl.adapters.playbook.template.JinjaTemplateEngine} is all that the outside uses; behind it a text goes from
 * {@code syntax} (tokens, tree) through {@code evaluation} (a walk over the tree) with the values of {@code value} and
 * the filters, tests and methods of {@code function}.
 */
@NullMarked
package io.noetl.adapters.playbook.template;

import org.jspecify.annotations.NullMarked;
