import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { draftText } from "#lib/cli/draft-text";
import { blockersOf, type FoundIn, readUpdates, scoreBlockers } from "#lib/cli/eval-blockers";
import { nothingElse } from "#lib/cli/eval-measure";
import { partOf } from "#lib/cli/eval-split";
import { rulesWriter } from "#lib/llm/rules-writer";
import { getWorkflow } from "#lib/workflows/registry";

const updates = await readUpdates(join(import.meta.dirname, "../workflows/standup/corpus"));

describe("the rules on updates that were labelled", { timeout: 30_000 }, () => {
  it("has them in many shapes, most of which say that nothing is in the way or look as if something were", () => {
    expect(updates.length).toBeGreaterThanOrEqual(150);
    expect(new Set(updates.map(({ team }) => team)).size).toBeGreaterThanOrEqual(12);
    expect(updates.filter(({ gold }) => !gold.has_blocker).length * 3).toBeGreaterThan(updates.length);
    expect(new Set(updates.map(({ id }) => id)).size).toBe(updates.length);
  });

  it("labels words that are there", () => {
    for (const { text, gold } of updates) for (const label of gold.blockers) expect(text).toContain(label);
  });

  it("finds who is blocked, of the updates kept back too", async () => {
    const found: FoundIn[] = [];
    for (const update of updates) {
      const drafted = await draftText(getWorkflow("standup"), rulesWriter, update.text, nothingElse());
      found.push({ update, blockers: blockersOf(drafted) });
    }
    for (const part of scoreBlockers(found, ({ id, team }) => partOf({ id, community: team }, []))) {
      expect(part.precision, part.set).toBeGreaterThanOrEqual(0.97);
      expect(part.recall, part.set).toBeGreaterThanOrEqual(0.97);
      expect(part.labels_found, part.set).toBeGreaterThanOrEqual(0.97);
      expect(part.quotes_found, part.set).toBe(1);
    }
  });
});
