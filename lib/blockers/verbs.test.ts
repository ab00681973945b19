import { and, eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { blockers, events, notices, teams } from "#drizzle/schema/schema";
import { stageBlocker } from "#e2e/support/blockers";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { acceptBlocker } from "#lib/blockers/accept-blocker";
import type { BlockerRow } from "#lib/blockers/change-blocker";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { nameWaitedFor } from "#lib/blockers/name-waited-for";
import { ownBlocker } from "#lib/blockers/own-blocker";
import { reopenBlocker } from "#lib/blockers/reopen-blocker";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { rewordBlocker } from "#lib/blockers/reword-blocker";
import type { UserCtx } from "#lib/events/context";

const PLATFORM = { id: "tea_platform", name: "Platform", leadId: null };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.store.raw.insert(teams).values({ ...PLATFORM, createdAt: stage.clock.now() });
});

type Seen = { blockerId: string; version: number };
type Verb = {
  name: string;
  from: BlockerRow["state"];
  act: (ctx: UserCtx, seen: Seen) => Promise<BlockerRow>;
  /** What the row becomes, and what the event says. */
  row: Partial<BlockerRow>;
  event: { kind: string; data: Record<string, unknown> };
};

const VERBS: Verb[] = [
  {
    name: "confirmBlocker",
    from: "proposed",
    act: confirmBlocker,
    row: { state: "open" },
    event: { kind: "blocker.confirmed", data: {} },
  },
  {
    name: "ownBlocker",
    from: "proposed",
    act: (ctx, seen) => ownBlocker(ctx, { ...seen, ownerId: CAST.dana.id }),
    row: { state: "owned", ownerId: CAST.dana.id },
    event: { kind: "blocker.owned", data: { from: null, to: CAST.dana.id } },
  },
  {
    name: "resolveBlocker",
    from: "open",
    act: (ctx, seen) => resolveBlocker(ctx, { ...seen, how: " IT renewed it " }),
    row: { state: "resolved", closing: "IT renewed it", closedBy: CAST.chidi.id },
    event: { kind: "blocker.resolved", data: {} },
  },
  {
    name: "acceptBlocker",
    from: "open",
    act: (ctx, seen) => acceptBlocker(ctx, { ...seen, why: "Costs more than it stops" }),
    row: { state: "accepted", closing: "Costs more than it stops", closedBy: CAST.chidi.id },
    event: { kind: "blocker.accepted", data: {} },
  },
  {
    name: "dismissBlocker",
    from: "proposed",
    act: dismissBlocker,
    row: { state: "dismissed", closing: null, closedBy: CAST.chidi.id },
    event: { kind: "blocker.dismissed", data: {} },
  },
  {
    name: "reopenBlocker",
    from: "resolved",
    act: reopenBlocker,
    row: { state: "open", closing: null, closedAt: null, closedBy: null },
    event: { kind: "blocker.reopened", data: {} },
  },
  {
    name: "rewordBlocker",
    from: "open",
    act: (ctx, seen) => rewordBlocker(ctx, { ...seen, text: "No staging certificate" }),
    row: { state: "open", text: "No staging certificate" },
    event: { kind: "blocker.reworded", data: {} },
  },
  {
    name: "nameWaitedFor",
    from: "proposed",
    act: (ctx, seen) => nameWaitedFor(ctx, { ...seen, teamId: PLATFORM.id }),
    row: { state: "proposed", waitsForTeamId: PLATFORM.id },
    event: { kind: "blocker.waits_for", data: { from: null, to: PLATFORM.id } },
  },
];

const stageSeen = async (state: BlockerRow["state"]): Promise<Seen> => ({
  blockerId: (await stageBlocker(stage, { state })).blockerId,
  version: 1,
});

const readBlocker = async ({ blockerId }: Seen) =>
  (await stage.store.raw.select().from(blockers).where(eq(blockers.id, blockerId)))[0];

const recordedOf = async ({ blockerId }: Seen) =>
  (await stage.store.raw.select().from(events).where(eq(events.subjectId, blockerId))).filter(
    ({ kind }) => kind !== "blocker.proposed",
  );

describe.each(VERBS)("$name", ({ from, act, row, event }) => {
  it("changes the row, raises its version and records one event", async () => {
    const { blockerId, sourceId } = await stageBlocker(stage, { state: from });
    const seen = { blockerId, version: 1 };
    const changed = await act(stage.as("chidi"), seen);
    expect(changed).toMatchObject({ ...row, version: 2 });
    expect(await readBlocker(seen)).toEqual(changed);
    expect(await recordedOf(seen)).toEqual([
      expect.objectContaining({ ...event, actorId: CAST.chidi.id, sourceId }),
    ]);
  });

  it.each(["bo", "hugo"] as const)("is not for %s, who sees it and is not of the team", async (key) => {
    const seen = await stageSeen(from);
    await expect(act(stage.as(key), seen)).rejects.toMatchObject({ code: "forbidden" });
    expect(await readBlocker(seen)).toMatchObject({ state: from, version: 1 });
    expect(await recordedOf(seen)).toEqual([]);
  });

  it.each(["bo", "ada", "ines", "hugo"] as const)(
    "does not know what is the team’s alone, for %s",
    async (key) => {
      const { blockerId } = await stageBlocker(stage, { state: from, visibility: "team" });
      const lost = act(stage.as(key), { blockerId, version: 1 });
      await expect(lost).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("lets one of two win", async () => {
    const seen = await stageSeen(from);
    const loser = await loserOf(
      { ctx: stage.as("chidi"), act: (ctx) => act(ctx, seen) },
      { ctx: stage.as("dana"), act: (ctx) => act(ctx, seen) },
    );
    expect(loser).toMatchObject({ code: "conflict" });
    expect(await readBlocker(seen)).toMatchObject({ version: 2 });
    expect(await recordedOf(seen)).toHaveLength(1);
  });
});

describe("who may", () => {
  it("confirm and take it, in the team that it waits for, but not end it", async () => {
    const seen = await stageSeen("proposed");
    await stage.store.raw.update(teams).set({ leadId: CAST.bo.id }).where(eq(teams.id, PLATFORM.id));
    await stage.store.raw.update(blockers).set({ waitsForTeamId: PLATFORM.id });
    await expect(dismissBlocker(stage.as("bo"), seen)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ownBlocker(stage.as("bo"), { ...seen, ownerId: CAST.bo.id })).resolves.toMatchObject({
      state: "owned",
      ownerId: CAST.bo.id,
    });
    const how = "Renewed";
    await expect(resolveBlocker(stage.as("bo"), { ...seen, version: 2, how })).resolves.toMatchObject({
      state: "resolved",
    });
  });

  it("see it is who was given it, also from another team", async () => {
    const { blockerId } = await stageBlocker(stage, { visibility: "team" });
    await ownBlocker(stage.as("dana"), { blockerId, version: 1, ownerId: CAST.bo.id });
    await expect(
      resolveBlocker(stage.as("bo"), { blockerId, version: 2, how: "Renewed" }),
    ).resolves.toMatchObject({ state: "resolved" });
  });

  it("leaders and admins change what they see", async () => {
    const seen = await stageSeen("open");
    await expect(rewordBlocker(stage.as("ada"), { ...seen, text: "A" })).resolves.toBeDefined();
    await expect(rewordBlocker(stage.as("ines"), { ...seen, version: 2, text: "B" })).resolves.toBeDefined();
  });
});

describe("ownBlocker", () => {
  it("tells who was given it, and nobody who took it", async () => {
    const seen = await stageSeen("open");
    await ownBlocker(stage.as("chidi"), { ...seen, ownerId: CAST.dana.id });
    await ownBlocker(stage.as("dana"), { ...seen, version: 2, ownerId: null });
    await ownBlocker(stage.as("dana"), { ...seen, version: 3, ownerId: CAST.dana.id });
    expect(await stage.store.raw.select().from(notices)).toEqual([
      expect.objectContaining({
        userId: CAST.dana.id,
        kind: "blocker",
        blockerId: seen.blockerId,
        actorId: CAST.chidi.id,
        count: null,
      }),
    ]);
  });

  it.each([
    ["a viewer", CAST.hugo.id],
    ["who is not on the roster", "usr_nobody"],
  ])("refuses %s", async (_, ownerId) => {
    const seen = await stageSeen("open");
    await expect(ownBlocker(stage.as("dana"), { ...seen, ownerId })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("a lost race", () => {
  it("says who resolved it", async () => {
    const seen = await stageSeen("open");
    await resolveBlocker(stage.as("dana"), { ...seen, how: "Renewed" });
    await expect(acceptBlocker(stage.as("chidi"), { ...seen, why: "Never mind" })).rejects.toMatchObject({
      code: "conflict",
      message: "Dana Weiss resolved this blocker. Your change was not counted.",
    });
  });

  it("says who took it", async () => {
    const seen = await stageSeen("proposed");
    await ownBlocker(stage.as("dana"), { ...seen, ownerId: CAST.dana.id });
    await expect(confirmBlocker(stage.as("chidi"), seen)).rejects.toMatchObject({
      message: "Dana Weiss took this blocker on. Your change was not counted.",
    });
  });
});

it.each([
  ["resolveBlocker", (seen: Seen) => resolveBlocker(stage.as("chidi"), { ...seen, how: " " }), /how it was/],
  ["acceptBlocker", (seen: Seen) => acceptBlocker(stage.as("chidi"), { ...seen, why: " " }), /why you live/],
])("%s wants one line", async (_, act, words) => {
  const seen = await stageSeen("open");
  await expect(act(seen)).rejects.toThrow(words);
});

it("does not wait for its own team, and for none that is gone", async () => {
  const seen = await stageSeen("open");
  for (const teamId of ["tea_engineering", "tea_gone"])
    await expect(nameWaitedFor(stage.as("chidi"), { ...seen, teamId })).rejects.toMatchObject({
      code: "invalid",
    });
});

it("tells nothing of what people wrote in the log’s data", async () => {
  const seen = await stageSeen("open");
  await resolveBlocker(stage.as("chidi"), { ...seen, how: "Paid Mr Hollis" });
  const told = await stage.store.raw
    .select({ data: events.data })
    .from(events)
    .where(and(like(events.kind, "blocker.%")));
  expect(JSON.stringify(told)).not.toMatch(/Hollis|certificate/);
});
