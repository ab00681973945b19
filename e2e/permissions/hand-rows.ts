import { handovers, holds } from "#drizzle/schema/schema";
import { PEOPLE, type Who } from "#e2e/permissions/people";
import type { SharedRead } from "#e2e/permissions/shared-reads";
import type { SharedVerb } from "#e2e/permissions/shared-verbs";
import { pendingDraft } from "#e2e/permissions/staged";
import { handOverDraft, takeBackDraft } from "#lib/drafts/hand-over-draft";
import { listHolds } from "#lib/drafts/hold-queries";
import { letGoOfDraft } from "#lib/drafts/let-go";
import { countQueue, listQueue } from "#lib/drafts/queue-queries";
import { snoozeDraft, wakeDraft } from "#lib/drafts/snooze-draft";
import { takeHold, takeOverDraft } from "#lib/drafts/take-hold";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

const REVIEWERS: Who[] = ["author", "attendee", "leader", "admin"];

/** Verbs that say in whose hands a draft is that waits. */
export const HAND_VERBS: Record<string, SharedVerb> = {
  takeHold: onDraft((ctx, draftId) => takeHold(ctx, { draftId })),
  takeOverDraft: onDraft((ctx, draftId) => takeOverDraft(ctx, { draftId })),
  letGoOfDraft: onDraft(async (ctx, draftId) => {
    const own = await takeHold(ctx, { draftId }).catch(() => null);
    await letGoOfDraft(ctx, { draftId, fence: own?.fence ?? 1 });
  }),
  handOverDraft: onDraft(handOverToAnother),
  takeBackDraft: onDraft(async (ctx, draftId) => {
    await handOverToAnother(ctx, draftId).catch(() => undefined);
    await takeBackDraft(ctx, { draftId }).catch(passOver("conflict"));
  }),
  snoozeDraft: onDraft((ctx, draftId) => snoozeDraft(ctx, { draftId, until: "tomorrow" })),
  wakeDraft: onDraft(async (ctx, draftId) => {
    await snoozeDraft(ctx, { draftId, until: "tomorrow" }).catch(() => undefined);
    await wakeDraft(ctx, { draftId });
  }),
};

/** Queries of the same. Each first puts the draft into somebody's hands, where there is one. */
export const HAND_READS: Record<string, SharedRead> = {
  "listQueue: what was handed to them": {
    read: async (ctx, { pending }) => {
      await handTo(ctx, pending);
      return listQueue(ctx, { show: "handed" });
    },
    shows: "pending",
  },
  countQueue: {
    read: async (ctx, { pending }) => {
      await handTo(ctx, pending);
      return (await countQueue(ctx)).handed;
    },
  },
  listHolds: {
    read: async (ctx, { pending }) => {
      const [takenAt, expiresAt] = [ctx.now(), new Date(ctx.now().getTime() + 60_000)];
      const hold = { draftId: pending, holderId: PEOPLE.author.id, fence: 1, takenAt, expiresAt };
      await ctx.store.raw.insert(holds).values(hold).onConflictDoNothing().catch(nothingThere);
      return (await listHolds(ctx)).map(({ draftId }) => ({ id: draftId }));
    },
    shows: "pending",
  },
};

function onDraft(act: SharedVerb["act"]): SharedVerb {
  return { prepare: (stage, visibility) => pendingDraft(stage, visibility), act, may: REVIEWERS };
}

/** To Bo, or by Bo to Ada. Where she doesn't see it he may try, and is told so. */
async function handOverToAnother(ctx: UserCtx, draftId: string): Promise<void> {
  const toId = ctx.actor.id === PEOPLE.author.id ? PEOPLE.leader.id : PEOPLE.author.id;
  await handOverDraft(ctx, { draftId, toId }).catch(passOver("invalid"));
}

async function handTo(ctx: UserCtx, draftId: string): Promise<void> {
  const given = { draftId, fromId: PEOPLE.admin.id, toId: ctx.actor.id, createdAt: ctx.now() };
  await ctx.store.raw
    .insert(handovers)
    .values(given)
    .onConflictDoUpdate({ target: handovers.draftId, set: given })
    .catch(nothingThere);
}

function passOver(code: "conflict" | "invalid") {
  return (error: unknown) => {
    if (!isAppError(error, code)) throw error;
  };
}

/** The matrix asks about a draft that isn't there too. */
function nothingThere(error: Error): void {
  if (!String(error.cause).includes("foreign key")) throw error;
}
