// Writes a frame that is in memory to a Parquet file, again for each line that it is asked; answers with wall seconds,
// processor seconds, the most memory held so far in MB, and the file's bytes. Arguments: the file to load, the target.
import { createRequire } from "node:module";
import { statSync } from "node:fs";
import { createInterface } from "node:readline";

const polars = createRequire(import.meta.url)("nodejs-polars");
const [source, target] = process.argv.slice(2);
const frame = polars.readParquet(source);

for await (const _ of createInterface({ input: process.stdin })) {
  const wall = process.hrtime.bigint();
  const before = process.cpuUsage();
  frame.writeParquet(target, { compression: "snappy" });
  const seconds = Number(process.hrtime.bigint() - wall) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${seconds.toFixed(4)} ${((user + system) / 1e6).toFixed(4)} ${megabytes} ${statSync(target).size}`);
}
