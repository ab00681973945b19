import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { sourceVersions } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { correctSource } from "#lib/sources/correct-source";
import { listVersions } from "#lib/sources/version-queries";

it("tells what differs of the version that is opened, the newest where none is", async () => {
  const stage = await setStage();
  const { sourceId } = await storeNotes(stage, { text: "One\nTwo\n" });
  const correct = (version: number, text: string) =>
    correctSource(stage.as("ada"), { sourceId, version, text, reason: "It was so" });
  await correct(1, "One\n2\n");
  await correct(2, "1\n2\n");
  const changedOf = async (opened?: number) =>
    (await listVersions(stage.as("ada"), sourceId, opened)).map(({ changed }) => changed?.lines ?? null);
  const [first, second] = [
    [{ number: 2, before: "Two", after: "2" }],
    [{ number: 1, before: "One", after: "1" }],
  ];
  expect(await changedOf()).toEqual([second, null, null]);
  expect(await changedOf(2)).toEqual([null, first, null]);
  for (const none of [1, 9, Number.NaN])
    expect((await changedOf(none)).filter(Boolean)).toEqual(none === 1 ? [] : [second]);
});

it("is bounded for a source of many long versions", async () => {
  const stage = await setStage();
  const { sourceId } = await storeNotes(stage, { text: "One\n" });
  const [row] = await stage.store.raw
    .select()
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sourceId));
  if (!row) throw new Error("There is no version.");
  for (let version = 2; version <= 9; version++) {
    const text = Array.from({ length: 20_000 }, (_, n) => `${n % version} line ${n} of a long transcript\n`);
    await stage.store.raw.insert(sourceVersions).values({ ...row, version, text: text.join("") });
  }
  const versions = await listVersions(stage.as("ada"), sourceId);
  expect(versions.map(({ changed }) => changed?.lines.length ?? null)).toEqual([20, ...Array(8).fill(null)]);
  expect(versions[0]?.changed?.more).toBeGreaterThan(0);
});
