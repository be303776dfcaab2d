/**
 * YAML 1.1 as a tree whose nodes know their place in the file. It knows nothing of playbooks; the readers in the package
 * above use it. Start with {@link io.noetl.adapters.playbook.reader.yaml.YamlDocument}.
 */
@NullMarked
package io.noetl.adapters.playbook.reader.yaml;

import org.jspecify.annotations.NullMarked;
