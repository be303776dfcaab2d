package io.noetl.application.report;

/**
 * How values are spread: the least, the greatest, and percentiles between them (DuckDB's {@code quantile_cont}, linear
 * between neighbours). All in the unit of the values.
 */
public record Distribution(
    double minimum, double p05, double p25, double p50, double p75, double p95, double p99, double maximum) {}
