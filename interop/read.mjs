// Has every reader of readers.mjs read every file of a list and compares each value with the one that is expected.
//
//   node read.mjs FILES.tsv       file, folder of the expected columns, fewest row groups
//
// Prints a line for each reader and each difference, and last `passed<TAB>failed`.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { columns, ExpectedColumn } from './expected.mjs';
import { readers, requireColumns, rowGroups } from './readers.mjs';

const files = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => line.split('\t'));
let passed = 0;
let failed = 0;

function compare(folder, values) {
  requireColumns(values);
  let compared = 0;
  for (const column of columns) {
    const expected = new ExpectedColumn(folder, column);
    for (const value of values.get(column)) expected.compare(value);
    if (expected.hasNext()) throw new Error(`${column}: found ${expected.row} rows, and there are more`);
    compared += expected.row;
  }
  return compared;
}

for (const [file, , fewest] of files) {
  const groups = rowGroups(file);
  if (groups < Number(fewest)) {
    failed += 1;
    console.log(`FAILED ${basename(file)}: ${groups} row groups where the case is about ${fewest} or more`);
  }
}
for (const [name, read] of Object.entries(readers)) {
  let compared = 0;
  let sound = 0;
  for (const [file, folder] of files) {
    try {
      compared += compare(folder, await read(file));
      sound += 1;
    } catch (problem) {
      failed += 1;
      console.log(`FAILED ${name}, ${basename(file)}: ${problem.message}`);
    }
  }
  passed += sound;
  console.log(`${name}: ${sound} of ${files.length} files equal, ${compared} values`);
}
console.log(`${passed}\t${failed}`);
