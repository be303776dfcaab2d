// The values that an export is to hold, one file a column; benchmarks/…/ExpectedColumns.java tells the layout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const kinds = { timestamp: 'integer', sequence: 'integer', attempt: 'integer', current_index: 'integer', duration: 'real' };

export const columns = [
  'execution_id', 'event_id', 'parent_event_id', 'timestamp', 'event_type', 'node_id', 'node_name', 'node_type', 'status',
  'duration', 'input_context', 'output_result', 'metadata', 'error', 'sequence', 'attempt', 'loop_name', 'current_index',
  'worker_id',
];

export const kindOf = (column) => kinds[column] ?? 'text';

// Walks the expected values of a column and compares each with what a reader found.
export class ExpectedColumn {
  constructor(folder, column) {
    this.column = column;
    this.kind = kindOf(column);
    this.bytes = readFileSync(join(folder, `${column}.bin`));
    this.at = 0;
    this.row = 0;
  }

  hasNext() {
    return this.at < this.bytes.length;
  }

  // null and undefined are null, integers are numbers or BigInt, doubles numbers, texts strings.
  compare(found) {
    if (!this.hasNext()) throw this.different(found, 'no such row');
    const isNull = this.bytes[this.at++] === 0;
    if (isNull !== (found === null || found === undefined)) throw this.different(found, isNull ? null : 'a value');
    if (!isNull) this[this.kind](found);
    this.row += 1;
  }

  integer(found) {
    const wanted = this.bytes.readBigInt64LE(this.at);
    this.at += 8;
    if (typeof found === 'number' && !Number.isSafeInteger(found)) throw this.different(found, 'an exact integer');
    if (BigInt(found) !== wanted) throw this.different(found, wanted);
  }

  // JavaScript has one NaN; parquet-java and DuckDB's driver for Java are asked for the bits of all.
  real(found) {
    const wanted = this.bytes.readDoubleLE(this.at);
    this.at += 8;
    if (!Object.is(found, wanted)) throw this.different(found, wanted);
  }

  text(found) {
    const length = this.bytes.readUInt32LE(this.at);
    const wanted = this.bytes.subarray(this.at + 4, this.at + 4 + length);
    this.at += 4 + length;
    if (typeof found !== 'string' || !found.isWellFormed() || !Buffer.from(found, 'utf8').equals(wanted)) {
      throw this.different(found, wanted.toString('utf8'));
    }
  }

  different(found, wanted) {
    const shown = (value) => {
      const text = typeof value === 'bigint' || typeof value === 'number' ? String(value) : JSON.stringify(value) ?? 'nothing';
      return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text;
    };
    return new Error(`row ${this.row}, ${this.column}: found ${shown(found)} instead of ${shown(wanted)}`);
  }
}
