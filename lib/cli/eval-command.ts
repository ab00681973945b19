import { writeFile } from "node:fs/promises";
import { readArguments, usage, writerOption } from "#lib/cli/arguments";
import { measureBlockers } from "#lib/cli/eval-blockers";
import type { Measure } from "#lib/cli/eval-measure";
import { measurePoints } from "#lib/cli/eval-points";
import type { CommandIo } from "#lib/cli/io";
import { openWriter } from "#lib/cli/writer";
import type { Measured } from "#lib/workflows/define";
import { findWorkflow } from "#lib/workflows/registry";

const HELP = `npm run eval -- --workflow NAME --data PATH --writer rules|claude [options]

Writes every labelled text and measures what was found.
Meeting notes: PATH is a directory with COMMUNITY/NAME.input.txt, NAME.raw.txt and NAME.gold.json.
Stand-ups: PATH is a file of lines of JSON, or a directory of such: { id, text, gold { blocker_field, has_blocker, blockers } }.

  --variant input|raw  of meeting notes: the text without its markers (default), or as it was; raw scores marked items alone
  --keep-back NAME     a community to keep back whole; may be given several times
  --out FILE           what was predicted, one line of JSON a text: { id, items [{ type, text, owners, due, quote }] },
                       or of stand-ups { id, blockers [quote] }

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

const MEASURES: Record<Measured, Measure> = { points: measurePoints, blockers: measureBlockers };

/** `eval`: how much of what people labelled a writer finds. Returns the exit code. */
export async function evalCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values } = readArguments(argv, OPTIONS);
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  const workflow = findWorkflow(values.workflow ?? "");
  if (!workflow) throw usage("--workflow names no workflow");
  if (!workflow.measured) throw usage("--workflow names one that is not measured by texts");
  if (!values.data) throw usage("--data names the labelled texts");
  const variant = values.variant ?? "input";
  if (variant !== "input" && variant !== "raw") throw usage("--variant is “input” or “raw”");
  const writer = openWriter(writerOption(values.writer), io.env);
  const keptBack = values["keep-back"] ?? [];
  const { predictions, figures, times } = await MEASURES[workflow.measured]({
    path: values.data,
    variant,
    keptBack,
    workflow,
    writer,
  });
  if (values.out)
    await writeFile(values.out, predictions.map((line) => `${JSON.stringify(line)}\n`).join(""));
  for (const set of figures) io.out(JSON.stringify(set));
  io.out(JSON.stringify({ texts: times.length, ...timing(times) }));
  return 0;
}

function timing(times: number[]): { median_ms: number; max_ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10;
  return { median_ms: round(sorted[Math.floor(sorted.length / 2)]), max_ms: round(sorted.at(-1)) };
}
