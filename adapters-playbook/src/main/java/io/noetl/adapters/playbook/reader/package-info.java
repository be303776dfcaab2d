/**
 * Reads playbooks and payloads: one class per construct of the language, each turning YAML nodes into the playbook model
 * and reporting what is wrong with them. Only {@code bootstrap} and embedding programs call in here; start with {@link
 * io.noetl.adapters.playbook.reader.YamlPlaybookSource}.
 */
@NullMarked
package io.noetl.adapters.playbook.reader;

import org.jspecify.annotations.NullMarked;
