// Turns what `noetl query -o json` printed for an execution's rows into the files of ExpectedColumns.java.
//
//   node rows.mjs ROWS.json FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columns, kindOf } from './expected.mjs';

const [rowsFile, folder] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(rowsFile, 'utf8'));

const encode = {
  text(value) {
    const utf8 = Buffer.from(value, 'utf8');
    const head = Buffer.alloc(5);
    head[0] = 1;
    head.writeUInt32LE(utf8.length, 1);
    return Buffer.concat([head, utf8]);
  },
  integer(value) {
    if (!Number.isSafeInteger(value)) throw new Error(`${value} is no exact integer`);
    const bytes = Buffer.alloc(9);
    bytes[0] = 1;
    bytes.writeBigInt64LE(BigInt(value), 1);
    return bytes;
  },
  real(value) {
    const bytes = Buffer.alloc(9);
    bytes[0] = 1;
    bytes.writeDoubleLE(value, 1);
    return bytes;
  },
};

mkdirSync(folder, { recursive: true });
for (const column of columns) {
  const values = rows.map((row) => row[column] ?? row[`${column}_text`] ?? null);
  writeFileSync(
    join(folder, `${column}.bin`),
    Buffer.concat(values.map((value) => (value === null ? Buffer.from([0]) : encode[kindOf(column)](value)))));
}
