import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { draftText } from "#lib/cli/draft-text";
import { itemsOf } from "#lib/cli/eval-points";
import { Gold, type Scored, score } from "#lib/cli/eval-score";
import { rulesWriter } from "#lib/llm/rules-writer";
import { getWorkflow } from "#lib/workflows/registry";

const CORPUS = join(import.meta.dirname, "../workflows/meeting-notes/corpus");
const ABOUT = {
  name: "",
  heldOn: "2026-11-05",
  timeZone: "UTC",
  roster: [],
  now: new Date("2026-11-05T12:00:00Z"),
};

async function written(variant: "raw" | "input", gold: Gold): Promise<Scored> {
  const text = readFileSync(join(CORPUS, `${gold.id}.${variant}.txt`), "utf8");
  const { grounded, source } = await draftText(getWorkflow("meeting-notes"), rulesWriter, text, ABOUT);
  return { gold, text, items: itemsOf(grounded, source.text), onMarkers: variant === "raw" };
}

const golds = globSync("*/*.gold.json", { cwd: CORPUS })
  .sort()
  .map((file) => Gold.parse(JSON.parse(readFileSync(join(CORPUS, file), "utf8"))));

/** How much the rules find at least, of what is there to find, and how many statements a label at most. */
const FLOORS: [string, "raw" | "input", { recall: number; owners: number; most: number }][] = [
  ["checkboxes", "raw", { recall: 1, owners: 1, most: 1.2 }],
  ["tables", "raw", { recall: 1, owners: 1, most: 1.2 }],
  ["tags", "raw", { recall: 1, owners: 0.85, most: 1.2 }],
  ["turns", "raw", { recall: 1, owners: 1, most: 1.3 }],
  ["prose", "raw", { recall: 0.8, owners: 1, most: 1.2 }],
  ["checkboxes", "input", { recall: 0.8, owners: 0.8, most: 1.2 }],
  ["tables", "input", { recall: 0.85, owners: 0.85, most: 1.2 }],
  ["tags", "input", { recall: 1, owners: 0.85, most: 1.2 }],
  // Written as many different people write, before the rules were tried on them: they show what is yet to be read.
  ["boards", "input", { recall: 0.9, owners: 1, most: 1.2 }],
  ["calls", "input", { recall: 0.75, owners: 0.65, most: 1.3 }],
  ["essays", "input", { recall: 0.5, owners: 0.85, most: 1.2 }],
  ["foundations", "input", { recall: 0.75, owners: 0.85, most: 1.3 }],
  ["logs", "input", { recall: 0.55, owners: 0.85, most: 1.4 }],
  ["standups", "input", { recall: 0.55, owners: 0.9, most: 1 }],
];

describe("the rules on texts that people labelled", { timeout: 30_000 }, () => {
  it("has five texts of every form", () => {
    const forms = Map.groupBy(golds, ({ community }) => community);
    expect([...forms].map(([form, texts]) => [form, texts.length])).toEqual(
      [
        "boards",
        "calls",
        "checkboxes",
        "essays",
        "foundations",
        "logs",
        "prose",
        "standups",
        "tables",
        "tags",
        "turns",
      ].map((form) => [form, 5]),
    );
  });

  it.each(FLOORS)("finds what %s say (%s)", async (form, variant, floor) => {
    const mine = golds.filter(({ community }) => community === form);
    const [figures] = score(await Promise.all(mine.map((gold) => written(variant, gold))));
    expect(figures!.recall).toBeGreaterThanOrEqual(floor.recall);
    expect(figures!.owner_accuracy).toBeGreaterThanOrEqual(floor.owners);
    expect(figures!.per_gold).toBeLessThanOrEqual(floor.most);
    expect(figures!.quotes_found).toBe(1);
  });
});
