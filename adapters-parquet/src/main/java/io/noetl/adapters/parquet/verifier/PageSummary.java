package io.noetl.adapters.parquet.verifier;

/**
 * What is known of a data page from its header.
 *
 * @param offset where its header begins in the file
 * @param bytes header and body
 * @param values how many values it holds, nulls included
 */
record PageSummary(long offset, int bytes, int values) {}
