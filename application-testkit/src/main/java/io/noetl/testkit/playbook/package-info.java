/**
 * What every adapter that reads playbooks and payloads must do. An adapter's test extends the contract and gives it the
 * adapter; start with {@link io.noetl.testkit.playbook.PlaybookSourceContract}.
 */
@NullMarked
package io.noetl.testkit.playbook;

import org.jspecify.annotations.NullMarked;
