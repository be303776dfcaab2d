/**
 * What the core needs of a template language: text with its place in the playbook, the variables it may read, and the
 * pure engine that renders it. The engine itself is an adapter; start with {@link
 * io.noetl.domain.template.TemplateEngine}.
 */
@NullMarked
package io.noetl.domain.template;

import org.jspecify.annotations.NullMarked;
