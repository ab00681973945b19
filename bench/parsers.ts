import { report, round, timingOf } from "#bench/measure";
import { docxOf, mailOf, pdfOf } from "#e2e/doubles/uploads";
import { readFile } from "#lib/files/read-file";

const TIMES = 5;
const WATCH_MS = 5;
const MB = 1024 * 1024;
const SAID = "Dana Weiss will send the price list to the printer by Friday, and Bo asks who pays for it.";

/** How fast files of each kind are read, thread and all, and how much memory that takes at most. */
export async function measureParsers(): Promise<void> {
  for (const [name, bytes] of Object.entries(filesOf(4_000))) {
    const took: number[] = [];
    let most = 0;
    let characters = 0;
    for (let n = 0; n <= TIMES; n++) {
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss() - before);
      }, WATCH_MS);
      const begin = performance.now();
      characters = (await readFile(name, bytes)).text.length;
      // The first one also reads the parser itself from the disk.
      if (n > 0) took.push(performance.now() - begin);
      clearInterval(watch);
    }
    const timing = timingOf(took);
    report({
      bench: `read ${name}`,
      file_mb: round(bytes.length / MB),
      text_mb: round(characters / MB),
      ...timing,
      mb_per_s: round(bytes.length / MB / (timing.p50_ms / 1000)),
      text_mb_per_s: round(characters / MB / (timing.p50_ms / 1000)),
      peak_mb: round(most / MB),
    });
  }
}

function filesOf(lines: number): Record<string, Buffer> {
  const said = Array.from({ length: lines }, (_, n) => `${n}. ${SAID}`);
  const clock = (n: number) => new Date(n * 4000).toISOString().slice(11, 23);
  const cues = said.map((one, n) => `${clock(n)} --> ${clock(n + 1)}\n<v Dana Weiss>${one}</v>\n`);
  const pages = Array.from({ length: Math.ceil(lines / 40) }, (_, n) => said.slice(n * 40, n * 40 + 40));
  const head = [
    "Message-ID: <1@larkfield.example>",
    "From: Ada <ada@larkfield.example>",
    "Subject: Prices",
    "",
  ];
  return {
    "notes.txt": Buffer.from(said.join("\n")),
    "call.vtt": Buffer.from(`WEBVTT\n\n${cues.join("\n")}`),
    "notes.html": Buffer.from(`<!doctype html><ul>${said.map((one) => `<li>${one}</li>`).join("\n")}</ul>`),
    "mail.eml": mailOf([...head, ...said]),
    "notes.docx": docxOf(said),
    "notes.pdf": pdfOf(pages),
  };
}
