/** Measures the product against its targets and peers; every benchmark ends with one JSON line of its figures. */
@NullMarked
package io.noetl.benchmarks;

import org.jspecify.annotations.NullMarked;
