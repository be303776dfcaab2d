package io.noetl.adapters.playbook.template.syntax;

import java.util.Set;

/** The names of the filters and tests that exist. */
public interface Vocabulary {

  Set<String> filters();

  Set<String> tests();
}
