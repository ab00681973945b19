import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import { BLOCKED, postSaid, stageBlocker } from "#e2e/support/blockers";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { everythingKept } from "#e2e/support/everything-kept";
import { getBlocker, listBlockers } from "#lib/blockers/queries";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import { shareSource } from "#lib/custody/share-source";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { listHeld } from "#lib/offboarding/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const rows = () => stage.store.raw.select().from(blockers);
const quotes = async () =>
  (await stage.store.raw.select().from(blockerSayings).orderBy(asc(blockerSayings.day))).map(
    ({ quote }) => quote,
  );
/** Said on two days, each in words of its own. */
async function saidTwice() {
  const { blockerId, sourceId } = await stageBlocker(stage, { day: "2026-11-19" });
  const again = "Again no staging certificate from Hollis.";
  const second = await postSaid(stage, { day: "2026-11-20", said: [again] });
  return { blockerId, first: sourceId, second: second.sourceId, again };
}

describe("words that are taken out of an update", () => {
  it("go from what was said and from the blocker, which stay", async () => {
    const { blockerId, first } = await saidTwice();
    await redactSource(stage.as("chidi"), { sourceId: first, words: "staging certificate", points: "keep" });
    expect((await rows())[0]?.text).not.toContain("certificate");
    expect((await quotes())[0]).not.toContain("certificate");
    expect(await listBlockers(stage.as("dana"), {})).toMatchObject({ rows: [{ id: blockerId, days: 2 }] });
  });

  it("take what was said in them along, and a blocker that is said nowhere else", async () => {
    const { second } = await saidTwice();
    const out = { words: "Hollis", points: "drop" } as const;
    await redactSource(stage.as("chidi"), { sourceId: second, ...out });
    expect(await quotes()).toEqual([BLOCKED]);
    expect(await rows()).toMatchObject([{ days: 1, lastOn: "2026-11-19", text: BLOCKED }]);
    expect(await everythingKept(stage.store)).not.toContain("Hollis");
  });
});

describe("an update that is deleted", () => {
  it("leaves the blocker in the words of the other day", async () => {
    const { first, again } = await saidTwice();
    await deleteSource(stage.as("chidi"), { sourceId: first, records: "drop" });
    expect(await rows()).toMatchObject([{ days: 1, firstOn: "2026-11-20", text: again }]);
  });

  it("takes the blocker along where nobody else says it", async () => {
    const { sourceId } = await stageBlocker(stage);
    await deleteSource(stage.as("chidi"), { sourceId, records: "drop" });
    expect(await rows()).toEqual([]);
  });

  it("leaves the blocker and none of the words where records are kept", async () => {
    const { blockerId, sourceId } = await stageBlocker(stage, { state: "open" });
    await deleteSource(stage.as("chidi"), { sourceId, records: "keep" });
    expect(await quotes()).toEqual([""]);
    expect((await getBlocker(stage.as("dana"), blockerId)).sayings).toMatchObject([
      { deleted: true, quote: "" },
    ]);
  });
});

describe("an update that fewer people see", () => {
  const share = (sourceId: string, visibility: "team" | "private") =>
    shareSource(stage.as("chidi"), {
      sourceId,
      visibility,
      teamId: visibility === "team" ? ENGINEERING.id : null,
    });

  it("makes its blocker the team’s", async () => {
    const { sourceId } = await stageBlocker(stage);
    await share(sourceId, "team");
    expect(await listBlockers(stage.as("bo"), {})).toMatchObject({ rows: [] });
    expect((await listBlockers(stage.as("dana"), {})).rows).toHaveLength(1);
  });

  it("takes what only it said along where it is private", async () => {
    const { sourceId } = await stageBlocker(stage);
    await share(sourceId, "private");
    expect(await rows()).toEqual([]);
  });
});

describe("who leaves", () => {
  const leave = (blockersTo: string | null) =>
    deactivatePerson(stage.as("ines"), { userId: CAST.dana.id, takeOver: { blockers: blockersTo } });

  it("hands over what they unblock to who sees it", async () => {
    await stageBlocker(stage, { state: "owned", owner: "dana" });
    expect((await listHeld(stage.as("ines"), CAST.dana.id)).blockers).toMatchObject({ count: 1, hidden: 0 });
    expect((await leave(CAST.bo.id)).blockers).toEqual({ given: 1, left: 0 });
    expect(await rows()).toMatchObject([{ state: "owned", ownerId: CAST.bo.id, version: 2 }]);
  });

  it("leaves what the other may not see to nobody", async () => {
    await stageBlocker(stage, { state: "owned", owner: "dana", visibility: "team" });
    expect((await listHeld(stage.as("ines"), CAST.dana.id)).blockers).toMatchObject({
      count: 1,
      hidden: 1,
      named: [],
    });
    expect((await leave(CAST.bo.id)).blockers).toEqual({ given: 0, left: 1 });
    expect(await rows()).toMatchObject([{ state: "open", ownerId: null }]);
  });
});
