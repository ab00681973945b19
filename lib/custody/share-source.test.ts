import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deliveries, events, sources } from "#drizzle/schema/schema";
import { ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { stageLead } from "#e2e/support/follow-ups";
import { loserOf } from "#e2e/support/race";
import { getAction, listActions } from "#lib/actions/queries";
import { shareSource } from "#lib/custody/share-source";
import { approveDraft } from "#lib/drafts/approve-draft";
import { listQueue } from "#lib/drafts/queue-queries";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { keepFacts } from "#lib/leads/keep-facts";
import { getSource } from "#lib/sources/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("saying anew who sees a source", () => {
  it("is followed by its draft at once, in both directions", async () => {
    const { sourceId } = await stageDraft(stage, { visibility: "private" });
    const seen = async () => (await listQueue(stage.as("hugo"))).rows.length;
    expect(await seen()).toBe(0);
    await shareSource(stage.as("ada"), { sourceId, visibility: "open" });
    expect(await seen()).toBe(1);
    await shareSource(stage.as("ada"), { sourceId, visibility: "team", teamId: ENGINEERING.id });
    expect(await seen()).toBe(0);
    await expect(getSource(stage.as("dana"), sourceId)).resolves.toMatchObject({ id: sourceId });
    const told = await stage.store.raw
      .select()
      .from(events)
      .where(eq(events.kind, "source.shared"))
      .orderBy(asc(events.seq));
    expect(told).toMatchObject([
      { sourceId, data: { from: "private", to: "open" } },
      { sourceId, data: { from: "open", to: "team" } },
    ]);
  });

  it("is refused of what is on a lead’s timeline, which everybody sees", async () => {
    const leadId = await stageLead(stage);
    await transact(stage.as("bo"), (work) => keepFacts(stage.as("bo"), work, leadId));
    const own = await stage.store.raw.select().from(sources).where(eq(sources.leadId, leadId));
    expect(own).toHaveLength(2);
    for (const { id } of own)
      await expect(
        shareSource(stage.as("bo"), { sourceId: id, visibility: "private" }),
      ).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves the owner of an action the action, without its sentence", async () => {
    const { sourceId, draftId } = await stageDraft(stage, { attendees: ["Ada"] });
    await approveDraft(stage.as("ada"), { draftId, revision: 1 });
    await shareSource(stage.as("ada"), { sourceId, visibility: "private" });
    const [own] = (await listActions(stage.as("dana"), {})).rows;
    expect(await getAction(stage.as("dana"), own?.id ?? "")).toMatchObject({ origin: null, quotes: [] });
    expect((await listActions(stage.as("chidi"), {})).rows).toEqual([]);
  });

  it("calls back what was to leave, unless everyone sees it", async () => {
    const { sourceId, draftId } = await stageDraft(stage);
    const at = stage.clock.now();
    await stage.store.raw.insert(deliveries).values({
      id: "dlv_1",
      draftId,
      revision: 1,
      channel: "export",
      recipient: "meeting-notes",
      state: "scheduled",
      dueAt: at,
      createdAt: at,
    });
    await shareSource(stage.as("ada"), { sourceId, visibility: "attendees" });
    const [delivery] = await stage.store.raw.select().from(deliveries);
    expect(delivery).toMatchObject({ state: "cancelled" });
  });

  it("refuses whom it is only shared with, a team that is gone, and what is so already", async () => {
    const { sourceId } = await stageDraft(stage);
    await expect(shareSource(stage.as("bo"), { sourceId, visibility: "private" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const gone = shareSource(stage.as("ada"), { sourceId, visibility: "team", teamId: "tea_gone" });
    await expect(gone).rejects.toThrow("no longer exists");
    await expect(shareSource(stage.as("ada"), { sourceId, visibility: "open" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("tells the second of two who want the same that it is so already", async () => {
    const { sourceId } = await stageDraft(stage);
    const close = {
      ctx: stage.as("ada"),
      act: (ctx: UserCtx) => shareSource(ctx, { sourceId, visibility: "private" }),
    };
    expect(await loserOf(close, close)).toMatchObject({ code: "conflict" });
  });
});
