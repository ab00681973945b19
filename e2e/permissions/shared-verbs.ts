import { eq } from "drizzle-orm";
import { actions, deliveries, questions, runSources, runs } from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { HAND_VERBS } from "#e2e/permissions/hand-rows";
import { PEOPLE, type Who } from "#e2e/permissions/people";
import { REVISION_VERBS } from "#e2e/permissions/revision-verbs";
import { notes, pendingDraft } from "#e2e/permissions/staged";
import type { Stage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { cancelAction } from "#lib/actions/cancel-action";
import { completeAction } from "#lib/actions/complete-action";
import { reassignAction } from "#lib/actions/reassign-action";
import { redateAction } from "#lib/actions/redate-action";
import { reopenAction } from "#lib/actions/reopen-action";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import { previewRedaction } from "#lib/custody/redaction-queries";
import { shareSource } from "#lib/custody/share-source";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { answerQuestion } from "#lib/questions/answer-question";
import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import { startRun } from "#lib/runs/start-run";
import { moveSource } from "#lib/series/move-source";
import { renameSeries } from "#lib/series/rename-series";

type Prepare = (stage: Stage, visibility: Visibility) => Promise<string>;

/**
 * A verb on something that belongs to a source. `prepare` makes one in the state the verb needs and returns its id;
 * `may` are the people the verb lets through among those who see it. `also` see it without seeing the source.
 */
export type SharedVerb = {
  prepare: Prepare;
  act: (ctx: UserCtx, id: string) => Promise<unknown>;
  may: Who[];
  also?: Who[];
};

const REVIEWERS: Who[] = ["author", "attendee", "leader", "admin"];
const KEEPERS: Who[] = ["author", "admin"];
const STEERERS: Who[] = ["author", "leader", "admin"];
/** Dana owns the action, whether or not she sees where it comes from, and decides the question. */
const OWNERS: Who[] = ["teammate", "leader", "admin"];

export const SHARED_VERBS: Record<string, SharedVerb> = {
  ...REVISION_VERBS,
  editDraft: {
    prepare: pendingDraft,
    act: (ctx, draftId) =>
      editDraft(ctx, { draftId, revision: 1, changes: [{ statementId: "a1", kept: false }] }),
    may: REVIEWERS,
  },
  approveDraft: {
    prepare: pendingDraft,
    act: (ctx, draftId) => approveDraft(ctx, { draftId, revision: 1 }),
    may: REVIEWERS,
  },
  rejectDraft: {
    prepare: pendingDraft,
    act: (ctx, draftId) => rejectDraft(ctx, { draftId, revision: 1, reason: "Other" }),
    may: REVIEWERS,
  },
  ...HAND_VERBS,
  reopenDraft: {
    prepare: rejectedDraft,
    act: (ctx, draftId) => reopenDraft(ctx, { draftId }),
    may: STEERERS,
  },
  deleteSource: {
    prepare: storedSource,
    act: (ctx, sourceId) => deleteSource(ctx, { sourceId, records: "drop" }),
    may: KEEPERS,
  },
  redactSource: {
    prepare: storedSource,
    act: (ctx, sourceId) => redactSource(ctx, { sourceId, words: "Hollis", points: "drop" }),
    may: KEEPERS,
  },
  // Tells what the verb before it would do, and is refused to the same people in the same words.
  previewRedaction: {
    prepare: storedSource,
    act: (ctx, sourceId) => previewRedaction(ctx, { sourceId, words: "Hollis" }),
    may: KEEPERS,
  },
  shareSource: {
    prepare: storedSource,
    act: (ctx, sourceId) => shareElsewhere(ctx, sourceId),
    may: KEEPERS,
  },
  moveSource: {
    prepare: storedSource,
    act: (ctx, sourceId) => moveSource(ctx, { sourceId, from: null, to: "Planning" }),
    may: STEERERS,
  },
  renameSeries: {
    prepare: begunSeries,
    act: (ctx, seriesId) => renameSeries(ctx, { seriesId, version: 1, name: `Planning of ${seriesId}` }),
    may: STEERERS,
  },
  cancelRun: { prepare: queuedRun, act: (ctx, runId) => cancelRun(ctx, { runId }), may: STEERERS },
  retryRun: { prepare: failedRun, act: (ctx, runId) => retryRun(ctx, { runId }), may: STEERERS },
  startRun: { prepare: idleSource, act: (ctx, sourceId) => startRun(ctx, { sourceId }), may: STEERERS },
  completeAction: action((ctx, seen) => completeAction(ctx, seen)),
  reassignAction: action((ctx, seen) => reassignAction(ctx, { ...seen, ownerId: null })),
  redateAction: action((ctx, seen) => redateAction(ctx, { ...seen, dueOn: "2026-12-01" })),
  cancelAction: action((ctx, seen) => cancelAction(ctx, { ...seen, reason: "Not needed" })),
  reopenAction: {
    ...action((ctx, seen) => reopenAction(ctx, seen)),
    prepare: async (stage, visibility) => {
      const id = await ownedAction(stage, visibility);
      await stage.store.raw.update(actions).set({ state: "done" }).where(eq(actions.id, id));
      return id;
    },
  },
  answerQuestion: {
    prepare: decidedQuestion,
    act: (ctx, questionId) => answerQuestion(ctx, { questionId, version: 1, answer: "We do." }),
    may: OWNERS,
  },
  settleDelivery: {
    prepare: unknownDelivery,
    act: (ctx, deliveryId) => settleDelivery(ctx, { deliveryId, verdict: "sent" }),
    // Its author approved it.
    may: STEERERS,
  },
};

/** To some audience it hasn't yet. */
async function shareElsewhere(ctx: UserCtx, sourceId: string): Promise<void> {
  const ask = { sourceId, visibility: "private" } as const;
  await shareSource(ctx, ask).catch((error) => {
    if (!isAppError(error, "conflict")) throw error;
    return shareSource(ctx, { ...ask, visibility: "attendees" });
  });
}

async function storedSource(stage: Stage, visibility: Visibility): Promise<string> {
  return (await storeNotes(stage, notes(visibility))).sourceId;
}

/** Bo puts a meeting into a series of its own. */
async function begunSeries(stage: Stage, visibility: Visibility): Promise<string> {
  const sourceId = await storedSource(stage, visibility);
  const ask = { sourceId, from: null, to: `Series of ${sourceId}` };
  return (await moveSource(stage.as("bo"), ask)).seriesId ?? "";
}

function action(
  act: (ctx: UserCtx, seen: { actionId: string; version: number }) => Promise<unknown>,
): SharedVerb {
  return {
    prepare: ownedAction,
    act: (ctx, actionId) => act(ctx, { actionId, version: 1 }),
    may: OWNERS,
    also: ["teammate"],
  };
}

export async function approvedDraft(stage: Stage, visibility: Visibility): Promise<string> {
  const draftId = await pendingDraft(stage, visibility);
  await approveDraft(stage.as("bo"), { draftId, revision: 1 });
  return draftId;
}

async function rejectedDraft(stage: Stage, visibility: Visibility): Promise<string> {
  const draftId = await pendingDraft(stage, visibility);
  await rejectDraft(stage.as("bo"), { draftId, revision: 1, reason: "Other" });
  return draftId;
}

async function queuedRun(stage: Stage, visibility: Visibility): Promise<string> {
  const { runId } = await storeNotes(stage, notes(visibility));
  if (!runId) throw new Error("The notes were stored before.");
  return runId;
}

export async function failedRun(stage: Stage, visibility: Visibility): Promise<string> {
  const id = await queuedRun(stage, visibility);
  await stage.store.raw.update(runs).set({ state: "failed" }).where(eq(runs.id, id));
  return id;
}

/** A source whose only run failed. */
async function idleSource(stage: Stage, visibility: Visibility): Promise<string> {
  const runId = await failedRun(stage, visibility);
  const [row] = await stage.store.raw
    .select({ id: runSources.sourceId })
    .from(runSources)
    .where(eq(runSources.runId, runId));
  return made(row);
}

async function ownedAction(stage: Stage, visibility: Visibility): Promise<string> {
  const draftId = await approvedDraft(stage, visibility);
  const [row] = await stage.store.raw
    .update(actions)
    .set({ ownerId: PEOPLE.teammate.id, ownerName: PEOPLE.teammate.name })
    .where(eq(actions.draftId, draftId))
    .returning({ id: actions.id });
  return made(row);
}

async function decidedQuestion(stage: Stage, visibility: Visibility): Promise<string> {
  const draftId = await approvedDraft(stage, visibility);
  const [row] = await stage.store.raw
    .update(questions)
    .set({ deciderId: PEOPLE.teammate.id })
    .where(eq(questions.draftId, draftId))
    .returning({ id: questions.id });
  return made(row);
}

async function unknownDelivery(stage: Stage, visibility: Visibility): Promise<string> {
  return deliveryOf(stage, await approvedDraft(stage, visibility));
}

/** A delivery of an approved draft of which nobody knows whether it left. */
export async function deliveryOf(stage: Stage, draftId: string): Promise<string> {
  const at = stage.clock.now();
  const id = `dlv_${draftId}`;
  const intent = { channel: "export", recipient: "minutes.md", revision: 1, dueAt: at, createdAt: at };
  await stage.store.raw.insert(deliveries).values({ id, draftId, ...intent, state: "unknown" });
  return id;
}

function made(row: { id: string } | undefined): string {
  if (!row) throw new Error("The approval made no such record.");
  return row.id;
}
