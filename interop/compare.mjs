// Reads an export with DuckDB and with Polars and compares every value with what the store holds.
//
//   node compare.mjs EXPORT.parquet STORE-ROWS.json
//
// STORE-ROWS.json is what `noetl query -o json` printed for the rows of the execution in sequence order, timestamps as
// microseconds, JSON columns as text at the end under their names with `_text`.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import pl from 'nodejs-polars';

const [file, rowsFile] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(rowsFile, 'utf8'));
const columns = Object.keys(expected[0]).map((name) => name.replace(/_text$/, ''));

function normalised(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.getTime() * 1000;
  return value;
}

function compare(reader, actual) {
  let compared = 0;
  if (actual.length !== expected.length) {
    throw new Error(`${reader}: ${actual.length} rows, the store has ${expected.length}`);
  }
  actual.forEach((row, index) => {
    const names = Object.keys(row);
    if (names.toSorted().join() !== columns.toSorted().join()) throw new Error(`${reader}: columns ${names}, the store has ${columns}`);
    for (const name of columns) {
      const found = normalised(row[name]);
      const wanted = normalised(expected[index][name] ?? expected[index][`${name}_text`]);
      if (found !== wanted) {
        throw new Error(`${reader}: row ${index}, ${name}: ${JSON.stringify(found)}, the store has ${JSON.stringify(wanted)}`);
      }
      compared += 1;
    }
  });
  console.log(`${reader}: ${actual.length} rows, ${compared} values equal to the store`);
}

async function duckdbRows() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT * REPLACE (epoch_us("timestamp") AS "timestamp") FROM read_parquet('${file.replaceAll("'", "''")}')`);
  return reader.getRowObjects();
}

function polarsRows() {
  const frame = pl.readParquet(file);
  const micros = frame.getColumn('timestamp').cast(pl.Int64);
  return frame.withColumn(micros.alias('timestamp')).toRecords();
}

const checks = [['DuckDB', duckdbRows], ['Polars', async () => polarsRows()]];
let failed = 0;
for (const [reader, rows] of checks) {
  try {
    compare(reader, await rows());
  } catch (problem) {
    failed += 1;
    console.log(`FAILED ${problem.message}`);
  }
}
console.log(`interop ${file}: ${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
