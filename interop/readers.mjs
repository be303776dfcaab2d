// How each reader yields a file: a map from column to an iterable of values, as ExpectedColumn compares them.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import pl from 'nodejs-polars';
import { readParquet } from 'parquet-wasm';
import { columns, kindOf } from './expected.mjs';

async function duckdb(file) {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT * REPLACE (epoch_us("timestamp") AS "timestamp") FROM read_parquet('${file.replaceAll("'", "''")}')`);
    const values = new Map(reader.columnNames().map((name, index) => [name, reader.getColumns()[index] ?? []]));
    connection.closeSync();
    return values;
  } finally {
    instance.closeSync();
  }
}

// Integers go by their digits: a number of JavaScript would round them.
function polars(file) {
  const frame = pl.readParquet(file);
  return new Map(frame.columns.map((name) => {
    const series = frame.getColumn(name);
    if (kindOf(name) !== 'integer') return [name, series.toArray()];
    const digits = series.cast(pl.Int64).cast(pl.Utf8).toArray();
    return [name, digits.map((text) => (text === null ? null : BigInt(text)))];
  }));
}

function arrayBuffer(file) {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

async function hyparquet(file) {
  const buffer = arrayBuffer(file);
  const metadata = parquetMetadata(buffer);
  const values = new Map(metadata.schema.slice(1).map((element) => [element.name, []]));
  await parquetRead({
    file: buffer,
    metadata,
    compressors,
    parsers: { timestampFromMicroseconds: (micros) => micros },
    onChunk: ({ columnName, columnData }) => values.get(columnName).push(columnData),
  });
  return new Map([...values].map(([name, chunks]) => [name, flattened(chunks)]));
}

function* flattened(chunks) {
  for (const chunk of chunks) yield* chunk;
}

// The numbers are taken from Arrow's own arrays: its accessors round timestamps to milliseconds.
function parquetWasm(file) {
  const table = tableFromIPC(readParquet(new Uint8Array(arrayBuffer(file))).intoIPCStream());
  return new Map(table.schema.fields.map(({ name }) => [name, arrowValues(table.getChild(name), kindOf(name))]));
}

function* arrowValues(vector, kind) {
  if (kind === 'text') {
    yield* vector;
    return;
  }
  for (const data of vector.data) {
    for (let row = 0; row < data.length; row++) yield data.getValid(row) ? data.values[row] : null;
  }
}

export const readers = { 'DuckDB 1.5': duckdb, Polars: polars, hyparquet, 'parquet-wasm': parquetWasm };

export function rowGroups(file) {
  return parquetMetadata(arrayBuffer(file)).row_groups.length;
}

export function requireColumns(values) {
  const found = [...values.keys()].join();
  if (found !== columns.join()) throw new Error(`found columns ${found} instead of ${columns.join()}`);
}
