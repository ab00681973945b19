import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Drafted, draftText, placesIn } from "#lib/cli/draft-text";
import { type Measuring, nothingElse, type Result } from "#lib/cli/eval-measure";
import { partOf } from "#lib/cli/eval-split";
import { fold, isQuoteIn, share } from "#lib/cli/eval-words";
import { AppError } from "#lib/errors";

/** An update with what people say is in its writer's way. Where the field for it is blank or missing, it is not counted. */
export const LabelledUpdate = z.object({
  id: z.string(),
  team: z.string().default(""),
  text: z.string(),
  gold: z.object({ blocker_field: z.string(), has_blocker: z.boolean(), blockers: z.array(z.string()) }),
});
export type LabelledUpdate = z.infer<typeof LabelledUpdate>;

/** An update beside the quotes of what a writer found in its writer's way. */
export type FoundIn = { update: LabelledUpdate; blockers: string[] };

/** Shares are rounded to three digits and null where there was nothing to count. */
export type BlockerFigures = {
  set: string;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  precision: number | null;
  recall: number | null;
  accuracy: number | null;
  /** Of the labelled words, the share that a quote has or that has a quote. */
  labels_found: number | null;
  quotes_found: number | null;
};

/** Measures whether a writer finds who is blocked, in a file of labelled updates or a directory of such. */
export async function measureBlockers({ path, keptBack, workflow, writer }: Measuring): Promise<Result> {
  const found: FoundIn[] = [];
  const times: number[] = [];
  for (const update of await readUpdates(path)) {
    const begin = performance.now();
    const drafted = await draftText(workflow, writer, update.text, nothingElse());
    times.push(performance.now() - begin);
    found.push({ update, blockers: blockersOf(drafted) });
  }
  const parts = scoreBlockers(found, ({ id, team }) => partOf({ id, community: team }, keptBack));
  return {
    predictions: found.map(({ update, blockers }) => ({ id: update.id, blockers })),
    figures: [
      ...scoreBlockers(found, ({ team }) => team),
      ...scoreBlockers(found, () => "ALL"),
      ...parts.toSorted((a, b) => b.set.localeCompare(a.set)),
    ],
    times,
  };
}

/** The labelled updates of a file of lines of JSON, or of all such in a directory; `invalid` where a line is none. */
export async function readUpdates(path: string): Promise<LabelledUpdate[]> {
  const files = (await stat(path)).isDirectory()
    ? (await readdir(path)).filter((name) => name.endsWith(".jsonl")).map((name) => join(path, name))
    : [path];
  const updates: LabelledUpdate[] = [];
  for (const file of files.sort()) {
    const lines = (await readFile(file, "utf8")).split("\n");
    for (const [n, line] of lines.entries())
      if (line.trim()) updates.push(readUpdate(line, `${file}, line ${n + 1}`));
  }
  return updates;
}

function readUpdate(line: string, where: string): LabelledUpdate {
  try {
    return LabelledUpdate.parse(JSON.parse(line));
  } catch {
    throw new AppError("invalid", `${where}, is no labelled update.`);
  }
}

/** The quotes of a digest's blockers. One whose quote was not found is an empty one, and is counted so. */
export function blockersOf(drafted: Drafted): string[] {
  const places = placesIn(drafted);
  return drafted.grounded.statements.flatMap(({ id, section }) => {
    const place = places.get(id);
    return section === "blockers" ? [place ? drafted.source.text.slice(place.start, place.end) : ""] : [];
  });
}

const COUNTED = new Set(["real", "explicit_none"]);

/** The figures of each set of updates: whether somebody is blocked at all, and whether quotes and labels were found. */
export function scoreBlockers(found: FoundIn[], setOf: (update: LabelledUpdate) => string): BlockerFigures[] {
  const counted = found.filter(({ update }) => COUNTED.has(update.gold.blocker_field));
  return [...Map.groupBy(counted, ({ update }) => setOf(update))].map(([set, of]) => figuresOf(set, of));
}

function figuresOf(set: string, found: FoundIn[]): BlockerFigures {
  const said = found.map((one) => ({
    ...one,
    quoted: one.blockers.filter((quote) => isQuoteIn(fold(one.update.text), quote)),
  }));
  const count = (has: boolean, says: boolean) =>
    said.filter(({ update, quoted }) => update.gold.has_blocker === has && quoted.length > 0 === says).length;
  const [tp, fp, fn, tn] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  const labels = said.flatMap(({ update, quoted }) =>
    update.gold.blockers.map((label) => isFound(label, quoted)),
  );
  return {
    set,
    tp,
    fp,
    fn,
    tn,
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    accuracy: share(tp + tn, said.length),
    labels_found: share(labels.filter(Boolean).length, labels.length),
    quotes_found: share(
      sum(said.map(({ quoted }) => quoted.length)),
      sum(said.map(({ blockers }) => blockers.length)),
    ),
  };
}

function isFound(label: string, quotes: string[]): boolean {
  const wanted = fold(label);
  return quotes.some((quote) => fold(quote).includes(wanted) || wanted.includes(fold(quote)));
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
