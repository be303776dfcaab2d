/**
 * What task runners share: settings that are known before a run, one exception for settings that are wrong, and names
 * that were nearly right. For the runners of this module alone; start with {@link
 * io.noetl.adapters.tasks.settings.SettingException}.
 */
@NullMarked
package io.noetl.adapters.tasks.settings;

import org.jspecify.annotations.NullMarked;
