import { report, round, timingOf } from "#bench/measure";
import { FILES } from "#bench/parsers/files";
import { readFile } from "#lib/files/read-file";

// Reads the file that is named several times, and says how long each took and what the process grew by.

const TIMES = 5;
const MB = 1024 * 1024;
const [name = ""] = process.argv.slice(2);
const bytes = FILES[name]!();
const before = process.memoryUsage.rss();
const took: number[] = [];
let characters = 0;
// The first one also reads the parser itself from the disk.
for (let n = 0; n <= TIMES; n++) {
  const begin = performance.now();
  characters = (await readFile(name, bytes)).text.length;
  if (n > 0) took.push(performance.now() - begin);
}
const timing = timingOf(took);
report({
  bench: `read ${name}`,
  file_mb: round(bytes.length / MB),
  text_mb: round(characters / MB),
  ...timing,
  mb_per_s: round(bytes.length / MB / (timing.p50_ms / 1000)),
  text_mb_per_s: round(characters / MB / (timing.p50_ms / 1000)),
  // That is in kilobytes.
  peak_mb: round(process.resourceUsage().maxRSS / 1024 - before / MB),
});
