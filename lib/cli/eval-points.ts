import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { draftText } from "#lib/cli/draft-text";
import { type Measuring, nothingElse, type Result } from "#lib/cli/eval-measure";
import { Gold, type PredictedItem, type Scored, score } from "#lib/cli/eval-score";
import { partOf } from "#lib/cli/eval-split";
import type { Grounded } from "#lib/grounding/ground";

/** A labelled text that was written, with the time that took. */
type Written = Scored & { ms: number };

/** Measures the actions and decisions of a directory of labelled texts. */
export async function measurePoints(measuring: Measuring): Promise<Result> {
  const { variant, keptBack } = measuring;
  const written = await writeAll(measuring);
  const counted = written.filter(({ gold }) => variant === "input" || gold.gold_kind === "inline_marker");
  const parts = score(counted, ({ gold }) => [partOf(gold, keptBack)]).toSorted((a, b) =>
    b.set.localeCompare(a.set),
  );
  return {
    predictions: written.map(({ gold, items }) => ({ id: gold.id, items })),
    figures: [...score(counted), ...parts],
    times: written.map(({ ms }) => ms),
  };
}

async function writeAll({ path, variant, workflow, writer }: Measuring): Promise<Written[]> {
  const files = (await readdir(path, { recursive: true })).filter((f) => f.endsWith(".gold.json")).sort();
  const written: Written[] = [];
  for (const file of files) {
    const gold = Gold.parse(JSON.parse(await readFile(join(path, file), "utf8")));
    const text = await readFile(join(path, file.replace(/gold\.json$/, `${variant}.txt`)), "utf8");
    const begin = performance.now();
    const { source, grounded } = await draftText(workflow, writer, text, nothingElse());
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
