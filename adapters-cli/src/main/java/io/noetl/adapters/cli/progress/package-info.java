/**
 * What a user sees on stderr while a playbook runs: a live line or plain lines, warnings and failures. Start with
 * {@link io.noetl.adapters.cli.progress.RunProgress}.
 */
@NullMarked
package io.noetl.adapters.cli.progress;

import org.jspecify.annotations.NullMarked;
