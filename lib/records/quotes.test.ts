import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { evidence, sourceVersions } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { listDraftQuotes } from "#lib/records/quotes";

it("tells the lines of many quotes in a text of very many lines without reading it for each", async () => {
  const stage = await setStage();
  const { raw: db } = stage.store;
  const { draftId, sourceId } = await stageDraft(stage);
  const [place] = await db.select().from(evidence).where(eq(evidence.draftId, draftId));
  const before = 600_000;
  const said = "Bo will call the printer.\n";
  const text = "a\n".repeat(before) + said.repeat(600);
  await db.update(sourceVersions).set({ text }).where(eq(sourceVersions.sourceId, sourceId));
  await db.delete(evidence).where(eq(evidence.draftId, draftId));
  await db.insert(evidence).values(
    Array.from({ length: 600 }, (_, n) => {
      const [start, end] = [2 * before + n * said.length, 2 * before + (n + 1) * said.length - 1];
      return { ...place!, start, end, sentenceStart: start, sentenceEnd: end };
    }),
  );
  const begin = process.cpuUsage();
  const quotes = await listDraftQuotes(stage.as("ada"), draftId, [place!.statementId]);
  expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000);
  expect(quotes.get(place!.statementId)).toHaveLength(600);
  expect(quotes.get(place!.statementId)?.at(-1)).toMatchObject({
    quoted: "Bo will call the printer.",
    line: before + 600,
  });
  expect(await listDraftQuotes(stage.as("ada"), draftId, ["none"])).toEqual(new Map());
});
