/**
 * The ways in which the environment or a request can be wrong, each with a remedy. Expected outcomes are data; these are
 * thrown. Start with {@link io.noetl.application.error.OperationException}.
 */
@NullMarked
package io.noetl.application.error;

import org.jspecify.annotations.NullMarked;
