import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { blockerSayings, blockers, documents, events } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { ownBlocker } from "#lib/blockers/own-blocker";
import { approveDraft } from "#lib/drafts/approve-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";

const UPDATE = "Yesterday: tests\nToday: deploy\nBlockers: waiting on the staging certificate from IT";
const HOUR = 3_600_000;

let stage: Stage;
let draftId: string;
beforeEach(async () => {
  stage = await setStage();
  await stageStandup(stage);
  await post(stage, "chidi", UPDATE);
  stage.clock.advance(HOUR);
  ({ draftId } = await writeDigest(stage));
});

const approve = () => approveDraft(stage.as("dana"), { draftId, revision: 1 });
const rows = () => stage.store.raw.select().from(blockers).orderBy(asc(blockers.id));
const kindsOf = async (subjectId: string) =>
  (
    await stage.store.raw
      .select()
      .from(events)
      .where(eq(events.subjectId, subjectId))
      .orderBy(asc(events.seq))
  ).map(({ kind }) => kind);

describe("posting an update", () => {
  it("proposes what is in the way at once, before anything is written about it", async () => {
    expect(await rows()).toMatchObject([
      { state: "proposed", personId: CAST.chidi.id, visibility: "open", draftId: null },
    ]);
  });

  it("withdraws it where the update is changed", async () => {
    await post(stage, "chidi", "Yesterday: tests\nBlockers: none");
    expect(await rows()).toEqual([]);
  });
});

describe("the approval of a digest", () => {
  it("confirms what it tells of, and says in its page since when and who owns it", async () => {
    await approve();
    const [blocker, ...others] = await rows();
    expect(others).toEqual([]);
    expect(blocker).toMatchObject({ state: "open", draftId, version: 2 });
    expect(await kindsOf(blocker?.id ?? "")).toEqual(["blocker.proposed", "blocker.confirmed"]);
    const [page] = await stage.store.raw.select().from(documents).where(eq(documents.draftId, draftId));
    expect(page?.markdown).toContain("(since Fri 20 Nov 2026; nobody owns it)");
  });

  it("makes an open one of what nobody had proposed, with its words", async () => {
    await stage.store.raw.delete(blockerSayings);
    await stage.store.raw.delete(blockers);
    await approve();
    const [blocker] = await rows();
    expect(blocker).toMatchObject({ state: "open", personId: CAST.chidi.id, days: 1, version: 1 });
    const [said] = await stage.store.raw.select().from(blockerSayings);
    expect(said).toMatchObject({ blockerId: blocker?.id, day: "2026-11-20" });
    expect(said?.quote).toMatch(/staging certificate/);
  });

  it("leaves what somebody took on or dismissed as it is", async () => {
    const [blocker] = await rows();
    await dismissBlocker(stage.as("dana"), { blockerId: blocker?.id ?? "", version: 1 });
    await approve();
    expect(await rows()).toMatchObject([{ state: "dismissed", version: 2, draftId: null }]);
  });
});

describe("taking the approval back", () => {
  const undo = () => reopenDraft(stage.as("dana"), { draftId });

  it("proposes again what it confirmed, and confirms it with the next approval", async () => {
    await approve();
    await undo();
    const [blocker] = await rows();
    expect(blocker).toMatchObject({ state: "proposed", draftId: null, confirmedVersion: null });
    expect(await kindsOf(blocker?.id ?? "")).toContain("blocker.unconfirmed");
    await approve();
    expect(await rows()).toMatchObject([{ state: "open", draftId }]);
  });

  it("takes what it made with it", async () => {
    await stage.store.raw.delete(blockerSayings);
    await stage.store.raw.delete(blockers);
    await approve();
    await undo();
    expect(await rows()).toEqual([]);
    expect(await stage.store.raw.$count(blockerSayings)).toBe(0);
  });

  it("leaves what somebody has worked with since", async () => {
    await approve();
    const [blocker] = await rows();
    await ownBlocker(stage.as("dana"), { blockerId: blocker?.id ?? "", version: 2, ownerId: CAST.dana.id });
    await undo();
    expect(await rows()).toMatchObject([{ state: "owned", ownerId: CAST.dana.id, draftId: null }]);
  });
});
