import { eq } from "drizzle-orm";
import {
  actions,
  decisions,
  documents,
  draftSources,
  mentions,
  promises,
  questions,
} from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { PEOPLE } from "#e2e/permissions/people";
import { approvedDraft, deliveryOf, failedRun } from "#e2e/permissions/shared-verbs";
import { pendingDraft } from "#e2e/permissions/staged";
import type { Stage } from "#e2e/support/cast";
import { moveSource } from "#lib/series/move-source";

/** Ids of what Bo's notes left behind: a draft that waits, what came of one that was approved, a run that failed. */
export type SharedMeeting = {
  source: string;
  pending: string;
  approved: string;
  run: string;
  action: string;
  statement: string;
  question: string;
  decision: string;
  promise: string;
  document: string;
  delivery: string;
  series: string;
  mentioned: string;
};

/** What nobody has ever stored. */
export const NOWHERE: SharedMeeting = {
  source: "src_nowhere",
  pending: "drf_nowhere",
  approved: "drf_nowhere",
  run: "run_nowhere",
  action: "act_nowhere",
  statement: "a1",
  question: "qst_nowhere",
  decision: "dec_nowhere",
  promise: "prm_nowhere",
  document: "doc_nowhere",
  delivery: "dlv_nowhere",
  series: "ser_nowhere",
  mentioned: "act_nowhere",
};

/** What a source's readers alone may learn of it: its title, and a sentence that became no record of its own. */
export const SECRETS = ["Release 4.3 planning", "ACTION: Dana to run", "staging certificate"];

/** Has Bo share notes in one way. Dana owns the action, which is due today, and decides the question. */
export async function shareMeeting(stage: Stage, visibility: Visibility): Promise<SharedMeeting> {
  const { raw: db } = stage.store;
  const pending = await pendingDraft(stage, visibility);
  const run = await failedRun(stage, visibility);
  const approved = await approvedDraft(stage, visibility);
  const { id: ownerId, name: ownerName } = PEOPLE.teammate;
  const [source] = await db
    .select({ id: draftSources.sourceId })
    .from(draftSources)
    .where(eq(draftSources.draftId, pending));
  const changed = await db
    .update(actions)
    .set({ ownerId, ownerName, dueOn: stage.clock.now().toISOString().slice(0, 10) })
    .where(eq(actions.draftId, approved))
    .returning();
  const action = changed.find(({ statementId }) => statementId === "a1");
  const [question] = await db
    .update(questions)
    .set({ deciderId: ownerId })
    .where(eq(questions.draftId, approved))
    .returning();
  const [decision] = await db.select().from(decisions).where(eq(decisions.draftId, approved));
  const [document] = await db.select().from(documents).where(eq(documents.draftId, approved));
  if (!source || !action || !question || !decision || !document)
    throw new Error("The approval left something out.");
  return {
    source: source.id,
    pending,
    approved,
    run,
    action: action.id,
    statement: action.statementId,
    question: question.id,
    decision: decision.id,
    promise: await promiseIn(stage, approved),
    document: document.id,
    delivery: await deliveryOf(stage, approved),
    series: await seriesOf(stage, source.id),
    mentioned: await mentionIn(stage, approved),
  };
}

async function seriesOf(stage: Stage, sourceId: string): Promise<string> {
  const moved = await moveSource(stage.as("bo"), { sourceId, from: null, to: `Series of ${sourceId}` });
  return moved.seriesId ?? "";
}

/** The rules write no promises: one as Claude's draft leaves it. */
async function promiseIn(stage: Stage, draftId: string): Promise<string> {
  const id = `prm_of_${draftId}`;
  const row = { id, draftId, statementId: "a2", text: "Send the price of the second site", toName: "Hollis" };
  await stage.store.raw.insert(promises).values({ ...row, createdAt: stage.clock.now() });
  return id;
}

/** The id of what the approved draft found again. */
async function mentionIn(stage: Stage, draftId: string): Promise<string> {
  const recordId = `act_before_${draftId}`;
  const row = { draftId, statementId: "a2", kind: "action", recordId, as: "same" } as const;
  await stage.store.raw.insert(mentions).values({ ...row, createdAt: stage.clock.now() });
  return recordId;
}
