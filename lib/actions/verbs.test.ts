import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { actions, events } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { stageMeeting } from "#e2e/support/records";
import { cancelAction } from "#lib/actions/cancel-action";
import type { ActionRow } from "#lib/actions/change-action";
import { completeAction } from "#lib/actions/complete-action";
import { reassignAction } from "#lib/actions/reassign-action";
import { redateAction } from "#lib/actions/redate-action";
import { reopenAction } from "#lib/actions/reopen-action";
import type { UserCtx } from "#lib/events/context";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

type Seen = { actionId: string; version: number };
type Verb = {
  name: string;
  from: ActionRow["state"];
  act: (ctx: UserCtx, seen: Seen) => Promise<ActionRow>;
  /** What the row becomes, and what the event says. */
  row: Partial<ActionRow>;
  event: { kind: string; data: Record<string, unknown> };
};

const VERBS: Verb[] = [
  {
    name: "completeAction",
    from: "open",
    act: completeAction,
    row: { state: "done", closedBy: CAST.bo.id },
    event: { kind: "action.completed", data: {} },
  },
  {
    name: "cancelAction",
    from: "open",
    act: (ctx, seen) => cancelAction(ctx, { ...seen, reason: " No longer needed " }),
    row: { state: "cancelled", closedBy: CAST.bo.id, cancelReason: "No longer needed" },
    event: { kind: "action.cancelled", data: {} },
  },
  {
    name: "reopenAction",
    from: "done",
    act: reopenAction,
    row: { state: "open", closedAt: null, closedBy: null },
    event: { kind: "action.reopened", data: {} },
  },
  {
    name: "reassignAction",
    from: "open",
    act: (ctx, seen) => reassignAction(ctx, { ...seen, ownerId: CAST.dana.id }),
    row: { state: "open", ownerId: CAST.dana.id, ownerName: CAST.dana.name },
    event: { kind: "action.reassigned", data: { from: CAST.bo.id, to: CAST.dana.id } },
  },
  {
    name: "redateAction",
    from: "open",
    act: (ctx, seen) => redateAction(ctx, { ...seen, dueOn: "2026-12-04" }),
    row: { state: "open", dueOn: "2026-12-04" },
    event: { kind: "action.redated", data: { from: "2026-11-24", to: "2026-12-04" } },
  },
];

const stageAction = async (from: ActionRow["state"]): Promise<Seen> => {
  const meeting = await stageMeeting(stage, { visibility: "open" });
  const actionId = await meeting.action({ owner: "bo", dueOn: "2026-11-24", state: from });
  return { actionId, version: 1 };
};

const readAction = async ({ actionId }: Seen) =>
  (await stage.store.raw.select().from(actions).where(eq(actions.id, actionId)))[0];

// What others are told of it has tests of its own.
const recordedOf = ({ actionId }: Seen) =>
  stage.store.raw.select().from(events).where(eq(events.subjectId, actionId));

describe.each(VERBS)("$name", ({ from, act, row, event }) => {
  it("changes the row, raises its version and records one event", async () => {
    const seen = await stageAction(from);
    const changed = await act(stage.as("bo"), seen);
    expect(changed).toMatchObject({ ...row, version: 2 });
    expect(await readAction(seen)).toEqual(changed);
    const recorded = await recordedOf(seen);
    expect(recorded).toEqual([
      expect.objectContaining({ ...event, actorId: CAST.bo.id, subjectId: seen.actionId }),
    ]);
    expect(recorded[0]?.draftId).toBe(changed.draftId);
  });

  it.each(["dana", "hugo"] as const)("is not for %s, who sees it and doesn't own it", async (key) => {
    const seen = await stageAction(from);
    await expect(act(stage.as(key), seen)).rejects.toMatchObject({ code: "forbidden" });
    expect(await readAction(seen)).toMatchObject({ state: from, version: 1 });
    expect(await stage.store.raw.select().from(events)).toEqual([]);
  });

  it("does not know the action for those who can't see it", async () => {
    const actionId = await (await stageMeeting(stage, { visibility: "private" })).action({ state: from });
    const lost = act(stage.as("ines"), { actionId, version: 1 });
    await expect(lost).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets one of two win", async () => {
    const seen = await stageAction(from);
    const loser = await loserOf(
      { ctx: stage.as("bo"), act: (ctx) => act(ctx, seen) },
      { ctx: stage.as("ada"), act: (ctx) => act(ctx, seen) },
    );
    expect(loser).toMatchObject({ code: "conflict" });
    expect(await readAction(seen)).toMatchObject({ version: 2 });
    expect(await recordedOf(seen)).toHaveLength(1);
  });
});

describe("a lost race", () => {
  it("says who closed the action", async () => {
    const seen = await stageAction("open");
    await completeAction(stage.as("ada"), seen);
    await expect(redateAction(stage.as("bo"), { ...seen, dueOn: null })).rejects.toMatchObject({
      code: "conflict",
      message: "Ada Lindqvist completed this action. Your change was not counted.",
    });
  });

  it("says which change came first", async () => {
    const seen = await stageAction("open");
    await redateAction(stage.as("ada"), { ...seen, dueOn: null });
    await expect(completeAction(stage.as("bo"), seen)).rejects.toMatchObject({
      code: "conflict",
      message: "Ada Lindqvist moved this action from Tue 24 Nov to no date. Your change was not counted.",
    });
  });
});

describe("an action that nobody on the roster owns", () => {
  it("is anybody's to take, but not a viewer's", async () => {
    const actionId = await (await stageMeeting(stage)).action({ ownerName: "The customer" });
    const seen = { actionId, version: 1 };
    await expect(completeAction(stage.as("hugo"), seen)).rejects.toMatchObject({ code: "forbidden" });
    const taken = await reassignAction(stage.as("dana"), { ...seen, ownerId: CAST.dana.id });
    expect(taken).toMatchObject({ ownerId: CAST.dana.id, ownerName: CAST.dana.name });
  });
});

describe("an action of a source its owner may not see", () => {
  it("is the owner's to complete all the same", async () => {
    const actionId = await (await stageMeeting(stage, { visibility: "private" })).action({ owner: "bo" });
    expect(await completeAction(stage.as("bo"), { actionId, version: 1 })).toMatchObject({ state: "done" });
  });
});

it("gives no action to who is not on the roster", async () => {
  const seen = await stageAction("open");
  await expect(reassignAction(stage.as("bo"), { ...seen, ownerId: "usr_nobody" })).rejects.toMatchObject({
    code: "invalid",
  });
});

it("wants a reason for cancelling", async () => {
  const seen = await stageAction("open");
  await expect(cancelAction(stage.as("bo"), { ...seen, reason: "  " })).rejects.toThrow(/Say why/);
});
