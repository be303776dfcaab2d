/**
 * For tests of reports: the contract of records that can be analysed, a fake that holds rows made by hand, and what there is
 * to say about the sample execution. Start with {@link io.noetl.testkit.report.SampleReport}.
 */
@NullMarked
package io.noetl.testkit.report;

import org.jspecify.annotations.NullMarked;
