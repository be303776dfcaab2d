/**
 * The http task: rendered settings become a call, an exchange answers it, the answer becomes the task's data. How a call
 * is answered (over the network, recorded, from a recording) is behind {@link
 * io.noetl.adapters.tasks.http.HttpExchange}. Wired by the program; start with {@link
 * io.noetl.adapters.tasks.http.HttpTaskRunner}.
 */
@NullMarked
package io.noetl.adapters.tasks.http;

import org.jspecify.annotations.NullMarked;
