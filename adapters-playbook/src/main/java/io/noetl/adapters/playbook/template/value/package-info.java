/**
 * The values that exist while a template renders, and what Python does with them: truth, equality, order, arithmetic,
 * subscripts, text. The model is closed: nothing in it reaches Java, files or the clock. Values of the playbook are
 * wrapped without copying. The functions and the evaluator build on it; start with {@link
 * io.noetl.adapters.playbook.template.value.PyValue}.
 */
@NullMarked
package io.noetl.adapters.playbook.template.value;

import org.jspecify.annotations.NullMarked;
