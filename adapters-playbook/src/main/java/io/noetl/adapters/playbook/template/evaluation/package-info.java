/**
 * Runs parsed templates: expressions to values, statements to text. Nothing here knows files or the engine's cache;
 * start with {@link io.noetl.adapters.playbook.template.evaluation.TemplateRun}.
 */
@NullMarked
package io.noetl.adapters.playbook.template.evaluation;

import org.jspecify.annotations.NullMarked;
