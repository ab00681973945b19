import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments, usage, writerOption } from "#lib/cli/arguments";
import { draftText } from "#lib/cli/draft-text";
import { Gold, type PredictedItem, type Scored, score } from "#lib/cli/eval-score";
import { partOf } from "#lib/cli/eval-split";
import type { CommandIo } from "#lib/cli/io";
import { openWriter, type UsedWriter } from "#lib/cli/writer";
import type { Grounded } from "#lib/grounding/ground";
import type { Workflow } from "#lib/workflows/define";
import { findWorkflow, pastedWorkflows } from "#lib/workflows/registry";

const HELP = `npm run eval -- --workflow meeting-notes --data DIR --writer rules|claude [options]

Writes every labelled text of a directory and measures what was found.
DIR holds COMMUNITY/NAME.input.txt, NAME.raw.txt and NAME.gold.json.

  --variant input|raw  the text without its markers (default), or as it was; raw scores marked items alone
  --keep-back NAME     a community to keep back whole; may be given several times
  --out FILE           what was predicted, one line of JSON a text: { id, items [{ type, text, owners, due, quote }] }

Prints one line of JSON a community and one for all; one for the texts a writer may be tuned on and one for those kept
back, two in five by their id, which tell whether it does as well elsewhere; then the time a text took in milliseconds.`;

const OPTIONS = {
  help: { type: "boolean" },
  workflow: { type: "string" },
  data: { type: "string" },
  writer: { type: "string" },
  variant: { type: "string" },
  "keep-back": { type: "string", multiple: true },
  out: { type: "string" },
} as const;

/** A labelled text that was written, with the time that took. */
type Written = Scored & { ms: number };

/** `eval`: how much of what people labelled a writer finds. Returns the exit code. */
export async function evalCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values } = readArguments(argv, OPTIONS);
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  const workflow = findWorkflow(values.workflow ?? "");
  if (!workflow) throw usage("--workflow names no workflow");
  if (!pastedWorkflows.includes(workflow))
    throw usage("--workflow names one that is not written from a text");
  if (!values.data) throw usage("--data names the directory of labelled texts");
  const variant = values.variant ?? "input";
  if (variant !== "input" && variant !== "raw") throw usage("--variant is “input” or “raw”");
  const written = await writeAll(
    values.data,
    variant,
    workflow,
    openWriter(writerOption(values.writer), io.env),
  );
  const predictions = written.map(({ gold, items }) => JSON.stringify({ id: gold.id, items }));
  if (values.out) await writeFile(values.out, `${predictions.join("\n")}\n`);
  const counted = written.filter(({ gold }) => variant === "input" || gold.gold_kind === "inline_marker");
  const keptBack = values["keep-back"] ?? [];
  const parts = score(counted, ({ gold }) => [partOf(gold, keptBack)]).toSorted((a, b) =>
    b.set.localeCompare(a.set),
  );
  for (const figures of [...score(counted), ...parts]) io.out(JSON.stringify(figures));
  io.out(JSON.stringify({ texts: written.length, ...timing(written.map(({ ms }) => ms)) }));
  return 0;
}

async function writeAll(
  dir: string,
  variant: "input" | "raw",
  workflow: Workflow,
  writer: UsedWriter,
): Promise<Written[]> {
  const files = (await readdir(dir, { recursive: true })).filter((f) => f.endsWith(".gold.json")).sort();
  const written: Written[] = [];
  for (const file of files) {
    const gold = Gold.parse(JSON.parse(await readFile(join(dir, file), "utf8")));
    const text = await readFile(join(dir, file.replace(/gold\.json$/, `${variant}.txt`)), "utf8");
    const about = { name: "", heldOn: null, timeZone: "UTC", roster: [], now: new Date() };
    const begin = performance.now();
    const { source, grounded } = await draftText(workflow, writer, text, about);
    const ms = performance.now() - begin;
    written.push({ gold, text, items: itemsOf(grounded, source.text), onMarkers: variant === "raw", ms });
  }
  return written;
}

/** The actions and decisions of a draft. One whose quote was not found keeps an empty one, and is counted so. */
export function itemsOf({ statements, evidence }: Grounded, text: string): PredictedItem[] {
  const places = new Map(evidence.map((place) => [place.statementId, place]));
  return statements.flatMap(({ id, section, text: said, person, due }) => {
    const type = section === "actions" ? "action" : section === "decisions" ? "decision" : null;
    const place = places.get(id);
    const quote = place ? text.slice(place.start, place.end) : "";
    return type
      ? [{ type, text: said, owners: person ? [person.name] : [], due: due?.phrase ?? null, quote }]
      : [];
  });
}

function timing(times: number[]): { median_ms: number; max_ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10;
  return { median_ms: round(sorted[Math.floor(sorted.length / 2)]), max_ms: round(sorted.at(-1)) };
}
