/**
 * The python task: a pool of long-lived CPython processes that speak frames of JSON over pipes; the other side of the
 * protocol is the resource {@code worker.py}, which also documents it. Wired by the program; start with {@link
 * io.noetl.adapters.tasks.python.PythonTaskRunner}.
 */
@NullMarked
package io.noetl.adapters.tasks.python;

import org.jspecify.annotations.NullMarked;
