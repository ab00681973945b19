import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  deliveries,
  documents,
  draftSources,
  drafts,
  events,
  sources,
  sourceVersions,
  standupDays,
} from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { shareSource } from "#lib/custody/share-source";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { writeDigestNow } from "#lib/digests/write-now";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getRevision } from "#lib/drafts/revision-queries";

let stage: Stage;
beforeEach(async () => {
  // Friday, nine in the morning; the digest is due at ten.
  stage = await setStage();
});

const days = () => stage.store.raw.select().from(standupDays).orderBy(asc(standupDays.day));
const kinds = async () =>
  (await stage.store.raw.select({ kind: events.kind }).from(events).orderBy(asc(events.seq))).map(
    ({ kind }) => kind,
  );
const HOUR = 3_600_000;

describe("a stand-up", () => {
  it("has its digest written at the team's hour from what each person wrote", async () => {
    await stageStandup(stage);
    await post(
      stage,
      "dana",
      "Yesterday: merged the two-pass merge\nToday: run it on Hollis\nBlockers: none",
    );
    await sweepStandups(stage.system);
    expect((await days()).map(({ day, state }) => [day, state])).toEqual([["2026-11-20", "open"]]);
    stage.clock.advance(HOUR);
    const { draftId } = await writeDigest(stage);
    expect((await days()).map(({ day, state }) => [day, state])).toEqual([
      ["2026-11-20", "closed"],
      ["2026-11-23", "open"],
    ]);
    const [draft] = await stage.store.raw.select().from(drafts).where(eq(drafts.id, draftId));
    expect(draft).toMatchObject({
      title: "Engineering stand-up, Fri 20 Nov",
      state: "pending",
      workflow: "standup",
    });
    const statements = await getRevision(stage.store.raw, draftId, 1);
    const of = (section: string) => statements.filter((statement) => statement.section === section);
    expect(of("lines").map(({ person }) => person?.name)).toEqual(["Dana Weiss"]);
    expect(of("silent").map(({ text, kept }) => [text, kept])).toEqual([
      ["Wrote nothing: Chidi Okafor", true],
    ]);
    expect(await kinds()).toContain("standup.closed");
    const behind = await stage.store.raw.select().from(draftSources).where(eq(draftSources.draftId, draftId));
    expect(behind).toHaveLength(2);
  });

  it("is skipped where nobody wrote, with the reason", async () => {
    await stageStandup(stage);
    stage.clock.advance(HOUR);
    await sweepStandups(stage.system);
    expect(await days()).toMatchObject([
      { state: "skipped", reason: "Nobody wrote.", runId: null },
      { state: "open", day: "2026-11-23" },
    ]);
  });

  it("is approved by the team's lead, and kept as a page", async () => {
    await stageStandup(stage);
    await post(stage, "chidi", "Renewed the certificate.");
    stage.clock.advance(HOUR);
    const { draftId } = await writeDigest(stage);
    await expect(approveDraft(stage.as("chidi"), { draftId, revision: 1 })).rejects.toMatchObject({
      code: "forbidden",
      message: "The team’s lead and leaders may decide.",
    });
    await approveDraft(stage.as("dana"), { draftId, revision: 1 });
    const [page] = await stage.store.raw.select().from(documents).where(eq(documents.draftId, draftId));
    expect(page?.markdown).toContain("## Blockers\n\nNobody is blocked.");
    expect(page?.markdown).toContain("Wrote nothing: Dana Weiss");
    expect(await stage.store.raw.select().from(deliveries)).toEqual([]);
  });
});

describe("writeDigestNow", () => {
  it("asks for the digest before its hour, once", async () => {
    await stageStandup(stage);
    await post(stage, "chidi", "Renewed the certificate.");
    await expect(
      writeDigestNow(stage.as("chidi"), { teamId: ENGINEERING.id, day: "2026-11-20" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: "2026-11-20" });
    stage.clock.advance(HOUR);
    await sweepStandups(stage.system);
    expect((await days()).map(({ day, state }) => [day, state])).toEqual([
      ["2026-11-20", "closed"],
      ["2026-11-23", "open"],
    ]);
    expect(await post(stage, "dana", "Merged it.")).toMatchObject({ day: "2026-11-20", late: true });
  });

  it("is of the day that was seen, and of no other one", async () => {
    await stageStandup(stage);
    stage.clock.advance(HOUR);
    await sweepStandups(stage.system);
    stage.clock.advance(70 * HOUR);
    await post(stage, "chidi", "Renewed the certificate.");
    await expect(
      writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: "2026-11-20" }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Mon 23 Nov") });
    expect((await days()).map(({ day, state }) => [day, state])).toEqual([
      ["2026-11-20", "skipped"],
      ["2026-11-23", "open"],
    ]);
    await writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: "2026-11-23" });
  });

  it("also of a day whose hour had passed when the stand-up began", async () => {
    const TODAY = "2026-11-20";
    stage.clock.advance(3 * HOUR);
    await stageStandup(stage);
    expect(await days()).toMatchObject([{ day: "2026-11-23", state: "open" }]);
    await post(stage, "chidi", "Renewed the certificate.");
    await writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: TODAY });
    const all = await days();
    expect(all.map(({ day, state }) => [day, state])).toEqual([
      [TODAY, "closed"],
      ["2026-11-23", "open"],
    ]);
    expect(all[0]?.runId).not.toBeNull();
    await expect(
      writeDigestNow(stage.as("dana"), { teamId: ENGINEERING.id, day: TODAY }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("waits for the first update", async () => {
    await stageStandup(stage);
    await expect(
      writeDigestNow(stage.as("ada"), { teamId: ENGINEERING.id, day: "2026-11-20" }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await days()).toMatchObject([{ state: "open" }]);
    expect(CAST.ada.role).toBe("leader");
  });
});

describe("an update that its writer shares with fewer people", () => {
  const makePrivate = (sourceId: string) =>
    shareSource(stage.as("chidi"), { sourceId, visibility: "private" });
  const facts = async () =>
    (await stage.store.raw.select().from(sourceVersions)).map(({ text }) => text).join("\n");

  it("is not in the digest, nor are its plans in the next one", async () => {
    await stageStandup(stage);
    const { sourceId } = await post(stage, "chidi", "Today: interview at Ostrander");
    await makePrivate(sourceId);
    await post(stage, "dana", "Merged it.");
    stage.clock.advance(HOUR);
    const { draftId } = await writeDigest(stage);
    const behind = await stage.store.raw.select().from(draftSources).where(eq(draftSources.draftId, draftId));
    expect(behind.map((row) => row.sourceId)).not.toContain(sourceId);
    await approveDraft(stage.as("dana"), { draftId, revision: 1 });
    expect(await facts()).toContain("Away: Chidi Okafor (shares their update with fewer people)");
    stage.clock.advance(71 * HOUR);
    await post(stage, "chidi", "Yesterday: reviews");
    stage.clock.advance(2 * HOUR);
    await writeDigest(stage);
    expect(await facts()).not.toContain("said they would: interview");
  });

  it("alone makes no digest, and holds up nobody else’s", async () => {
    await stageStandup(stage);
    const { sourceId } = await post(stage, "chidi", "Today: interview at Ostrander");
    await makePrivate(sourceId);
    stage.clock.advance(HOUR);
    await sweepStandups(stage.system);
    expect(await days()).toMatchObject([
      { state: "skipped", reason: "Nobody shares their update with the team." },
      { state: "open" },
    ]);
  });
});

it("tells in facts that everybody reads of no blocker that is the team’s", async () => {
  await stageStandup(stage, { visibility: "team" });
  await post(stage, "chidi", "Blockers: waiting on Ostrander for the permit");
  const [blocker] = (await listBlockers(stage.as("dana"), {})).rows;
  await confirmBlocker(stage.as("dana"), { blockerId: blocker?.id ?? "", version: 1 });
  stage.clock.advance(HOUR);
  await writeDigest(stage);
  await stageStandup(stage, { visibility: "open", version: 1 });
  stage.clock.advance(71 * HOUR);
  await post(stage, "dana", "Merged it.");
  stage.clock.advance(2 * HOUR);
  await writeDigest(stage);
  const open = await stage.store.raw
    .select({ text: sourceVersions.text })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(eq(sources.visibility, "open"));
  expect(open.map(({ text }) => text).join()).toContain("Merged it.");
  expect(open.map(({ text }) => text).join()).not.toContain("Ostrander");
});
