import { asc, eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { blockerSayings, blockers, events, notices, teams } from "#drizzle/schema/schema";
import { BLOCKED, postSaid, stageBlocker } from "#e2e/support/blockers";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { acceptBlocker } from "#lib/blockers/accept-blocker";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage("2026-11-20T15:00:00Z");
});

const rows = () =>
  stage.store.raw.select().from(blockers).orderBy(asc(blockers.firstOn), asc(blockers.personId));
const only = async () => {
  const all = await rows();
  expect(all).toHaveLength(1);
  return all[0] as NonNullable<(typeof all)[number]>;
};
const sayings = () => stage.store.raw.select().from(blockerSayings).orderBy(asc(blockerSayings.day));
const kinds = async () =>
  (
    await stage.store.raw
      .select({ kind: events.kind })
      .from(events)
      .where(like(events.kind, "blocker.%"))
      .orderBy(asc(events.seq))
  ).map(({ kind }) => kind);

describe("what an update says is in the way", () => {
  it("is proposed, with its words and where they stand", async () => {
    const { sourceId } = await postSaid(stage);
    expect(await only()).toMatchObject({
      state: "proposed",
      text: BLOCKED,
      personId: CAST.chidi.id,
      personName: CAST.chidi.name,
      ownerId: null,
      firstOn: "2026-11-20",
      lastOn: "2026-11-20",
      days: 1,
      escalatedAt: null,
      version: 1,
    });
    expect(await sayings()).toMatchObject([
      { sourceId, day: "2026-11-20", quote: BLOCKED, start: 18, end: 59 },
    ]);
    expect(await kinds()).toEqual(["blocker.proposed"]);
  });

  it.each([
    ["Waiting on IT about the staging certificate, still.", 1],
    ["The staging certificate from IT has not come, I am stuck.", 1],
    ["Waiting for the review of the payments module.", 2],
    ["Still waiting on the production certificate.", 2],
  ])("said the next day as %j, leaves %i in all", async (again, count) => {
    await postSaid(stage);
    await postSaid(stage, { day: "2026-11-23", said: [again] });
    expect(await rows()).toHaveLength(count);
  });

  it("is one blocker on as many days as it is said, with the words of each", async () => {
    await postSaid(stage);
    await postSaid(stage, { day: "2026-11-23", said: ["No word on the staging certificate."] });
    expect(await only()).toMatchObject({
      days: 2,
      firstOn: "2026-11-20",
      lastOn: "2026-11-23",
      text: BLOCKED,
    });
    expect((await sayings()).map(({ quote }) => quote)).toEqual([
      BLOCKED,
      "No word on the staging certificate.",
    ]);
    expect(await kinds()).toEqual(["blocker.proposed", "blocker.said_again"]);
  });

  it("is a teammate’s too where the words are nearly the same, and else their own", async () => {
    await postSaid(stage, { said: ["Deploys are blocked by the expired staging certificate."] });
    await postSaid(stage, { by: "dana", said: ["Blocked: deploys, by the expired staging certificate"] });
    await postSaid(stage, { by: "ada", said: ["Waiting on the certificate."] });
    expect((await rows()).map(({ personId }) => personId)).toEqual([CAST.ada.id, CAST.chidi.id]);
  });

  it("tells one number from another", async () => {
    await postSaid(stage, {
      said: ["Waiting for review of PR #412 for checkout.", "Waiting for review of PR #415 for checkout."],
    });
    expect(await rows()).toHaveLength(2);
  });

  it("never joins what the team alone may read with what everybody may", async () => {
    await postSaid(stage, { visibility: "team" });
    await postSaid(stage, { day: "2026-11-23" });
    expect((await rows()).map(({ visibility }) => visibility)).toEqual(["team", "open"]);
  });
});

describe("an update that is changed on the same day", () => {
  it("replaces that day’s words, also those it was proposed with", async () => {
    const { sourceId } = await postSaid(stage);
    await postSaid(stage, { of: sourceId, said: ["Still waiting on the staging certificate from IT."] });
    expect(await only()).toMatchObject({
      days: 1,
      text: "Still waiting on the staging certificate from IT.",
    });
    expect(await sayings()).toHaveLength(1);
  });

  it("withdraws a proposed blocker that it says no longer, and keeps one that was confirmed", async () => {
    const { blockerId, sourceId } = await stageBlocker(stage);
    await confirmBlocker(stage.as("dana"), { blockerId, version: 1 });
    await postSaid(stage, { of: sourceId, said: ["Waiting for the review of the payments module."] });
    await postSaid(stage, { of: sourceId, said: [] });
    expect(await only()).toMatchObject({ id: blockerId, state: "open", text: BLOCKED });
    expect(await kinds()).toEqual([
      "blocker.proposed",
      "blocker.confirmed",
      "blocker.proposed",
      "blocker.withdrawn",
    ]);
  });

  it("counts the days it still was said on", async () => {
    await postSaid(stage);
    const { sourceId } = await postSaid(stage, { day: "2026-11-23" });
    await postSaid(stage, { day: "2026-11-23", of: sourceId, said: [] });
    expect(await only()).toMatchObject({ days: 1, lastOn: "2026-11-20" });
  });

  it("takes the place of what the same person said that day through another door", async () => {
    await postSaid(stage);
    const { sourceId } = await postSaid(stage, { said: ["No staging certificate yet."] });
    expect(await sayings()).toMatchObject([{ sourceId }]);
  });
});

describe("one that had ended and is said again", () => {
  const end = { how: "Renewed" };

  it("is open again within 14 days of its resolution, and a new one after that", async () => {
    const { blockerId } = await stageBlocker(stage);
    await resolveBlocker(stage.as("dana"), { blockerId, version: 1, ...end });
    await postSaid(stage, { day: "2026-12-04" });
    expect(await only()).toMatchObject({ state: "open", closing: null, closedAt: null, version: 3, days: 2 });
    await resolveBlocker(stage.as("dana"), { blockerId, version: 3, ...end });
    await postSaid(stage, { day: "2026-12-19" });
    expect((await rows()).map(({ state }) => state)).toEqual(["resolved", "proposed"]);
  });

  it("goes back to who unblocked it", async () => {
    const { blockerId } = await stageBlocker(stage, { state: "owned", owner: "dana" });
    await resolveBlocker(stage.as("dana"), { blockerId, version: 1, ...end });
    await postSaid(stage, { day: "2026-11-24" });
    expect(await only()).toMatchObject({ state: "owned", ownerId: CAST.dana.id });
  });

  it.each([
    ["lived with", "accepted", () => acceptBlocker],
    ["none", "dismissed", () => dismissBlocker],
  ] as const)("stays %s where that was decided", async (_, state, verb) => {
    const { blockerId } = await stageBlocker(stage);
    await verb()(stage.as("dana"), { blockerId, version: 1, why: "Rare" });
    await postSaid(stage, { day: "2026-11-24" });
    expect(await only()).toMatchObject({ state, days: 2, lastOn: "2026-11-24" });
  });
});

describe("the third day", () => {
  const days = ["2026-11-18", "2026-11-19", "2026-11-20"];

  it("asks for an owner or a decision, and tells the lead and the leaders once", async () => {
    for (const day of days) await postSaid(stage, { day });
    expect(await only()).toMatchObject({ days: 3, escalatedAt: stage.clock.now() });
    await postSaid(stage, { day: "2026-11-23" });
    const told = await stage.store.raw.select().from(notices).orderBy(asc(notices.userId));
    expect(told).toMatchObject([
      { userId: CAST.ada.id, kind: "blocker", count: 3 },
      { userId: CAST.dana.id, kind: "blocker", count: 3 },
    ]);
    expect((await kinds()).filter((kind) => kind === "blocker.escalated")).toHaveLength(1);
  });

  it("tells nobody of the team’s alone who may not see it", async () => {
    for (const day of days) await postSaid(stage, { day, visibility: "team" });
    const told = await stage.store.raw.select({ userId: notices.userId }).from(notices);
    expect(told).toEqual([{ userId: CAST.dana.id }]);
  });

  it("asks nothing of one that is lived with", async () => {
    const { blockerId } = await stageBlocker(stage, { day: "2026-11-18" });
    await acceptBlocker(stage.as("dana"), { blockerId, version: 1, why: "Rare" });
    for (const day of days.slice(1)) await postSaid(stage, { day });
    expect(await only()).toMatchObject({ days: 3, escalatedAt: null });
    expect(await stage.store.raw.$count(notices)).toBe(0);
  });
});

describe("who could unblock it", () => {
  const platform = { id: "tea_platform", name: "Platform", leadId: CAST.bo.id };
  beforeEach(async () => {
    await stage.store.raw.insert(teams).values({ ...platform, createdAt: stage.clock.now() });
  });

  it.each([
    ["the platform team", { waitsForTeamId: platform.id, waitsForId: null }],
    ["Platform", { waitsForTeamId: platform.id, waitsForId: null }],
    ["Bo", { waitsForTeamId: platform.id, waitsForId: CAST.bo.id }],
    ["Dana", { waitsForTeamId: null, waitsForId: CAST.dana.id }],
    ["engineering", { waitsForTeamId: null, waitsForId: null }],
    ["Chidi", { waitsForTeamId: null, waitsForId: null }],
    ["the vendor", { waitsForTeamId: null, waitsForId: null }],
  ])("is suggested for %j, and owns nothing", async (waitsFor, suggested) => {
    await postSaid(stage, { waitsFor });
    expect(await only()).toMatchObject({ ...suggested, ownerId: null, state: "proposed" });
  });
});

it("lets two updates at once leave one blocker", async () => {
  const said = ["Deploys are blocked by the expired staging certificate."];
  await Promise.all([postSaid(stage, { said }), postSaid(stage, { by: "dana", said })]);
  expect(await only()).toMatchObject({ days: 1 });
  expect(await stage.store.raw.$count(blockerSayings, eq(blockerSayings.day, "2026-11-20"))).toBe(2);
});
