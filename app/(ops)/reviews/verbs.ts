"use server";

import { followThrough } from "#lib/cadence/follow-through";
import { recordConsent as keepConsent } from "#lib/consent/record-consent";
import type { RecordConsent } from "#lib/consent/schema";
import type { SettleDelivery } from "#lib/deliveries/schema";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { handOverDraft, takeBackDraft } from "#lib/drafts/hand-over-draft";
import { joinStatements } from "#lib/drafts/join-statements";
import { keepDraft } from "#lib/drafts/keep-draft";
import { listQueue } from "#lib/drafts/queue-queries";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { readRevision } from "#lib/drafts/revision-queries";
import type {
  ApproveDraft,
  EditDraft,
  HandOverDraft,
  HoldDraft,
  JoinStatements,
  KeepDraft,
  QueueFilter,
  RejectDraft,
  ReopenDraft,
  SnoozeDraft,
  SplitStatement,
  UndoEdit,
} from "#lib/drafts/schema";
import { snoozeDraft, wakeDraft } from "#lib/drafts/snooze-draft";
import { splitStatement } from "#lib/drafts/split-statement";
import { takeOverDraft } from "#lib/drafts/take-hold";
import { undoEdit } from "#lib/drafts/undo-edit";
import type { DeskAnswer, OwnHold, QueuePage } from "#lib/drafts/view";
import { cancelRun } from "#lib/runs/cancel-run";
import { rewriteDraft } from "#lib/runs/rewrite-draft";
import type { CancelRun, RewriteDraft } from "#lib/runs/schema";
import { deskDoor } from "#lib/web/desk-door";
import { actionDoor, type Outcome, settle as settled } from "#lib/web/door";
import { requireUser } from "#lib/web/session";

export async function edit(input: EditDraft): Promise<DeskAnswer> {
  return deskDoor((ctx) => editDraft(ctx, input));
}

export async function approve(input: ApproveDraft): Promise<DeskAnswer> {
  return deskDoor(async (ctx) => {
    await approveDraft(ctx, input);
    return readRevision(ctx, input.draftId, input.revision);
  });
}

export async function reject(input: RejectDraft): Promise<DeskAnswer> {
  return deskDoor(async (ctx) => {
    await rejectDraft(ctx, input);
    return readRevision(ctx, input.draftId, input.revision);
  });
}

/** Takes the last change of a draft that waits back. */
export async function undo(input: UndoEdit): Promise<DeskAnswer> {
  return deskDoor((ctx) => undoEdit(ctx, input));
}

export async function keep(input: KeepDraft): Promise<DeskAnswer> {
  return deskDoor((ctx) => keepDraft(ctx, input));
}

export async function split(input: SplitStatement): Promise<DeskAnswer> {
  return deskDoor((ctx) => splitStatement(ctx, input));
}

export async function join(input: JoinStatements): Promise<DeskAnswer> {
  return deskDoor((ctx) => joinStatements(ctx, input));
}

export async function rewrite(input: RewriteDraft) {
  return actionDoor(rewriteDraft, input);
}

/** Stops a run that writes a draft again. */
export async function stopWriting(input: CancelRun) {
  return actionDoor(cancelRun, input);
}

export async function reopen(input: ReopenDraft): Promise<DeskAnswer> {
  return deskDoor(async (ctx) => {
    const { revision } = await reopenDraft(ctx, input);
    return readRevision(ctx, input.draftId, revision);
  });
}

export async function takeOver(input: HoldDraft): Promise<Outcome<OwnHold>> {
  return actionDoor(takeOverDraft, input);
}

export async function handOver(input: HandOverDraft): Promise<Outcome<{ to: string }>> {
  return actionDoor(handOverDraft, input);
}

export async function takeBack(input: HoldDraft): Promise<Outcome<void>> {
  return actionDoor(takeBackDraft, input);
}

export async function snooze(input: SnoozeDraft): Promise<Outcome<{ until: string }>> {
  const ctx = await requireUser();
  return settled(() => snoozeDraft(ctx, input));
}

export async function wake(input: HoldDraft): Promise<Outcome<void>> {
  return actionDoor(wakeDraft, input);
}

export async function settle(input: SettleDelivery): Promise<Outcome<void>> {
  return actionDoor((ctx, verdict: SettleDelivery) => settleDelivery(ctx, verdict, followThrough), input);
}

export async function recordConsent(input: RecordConsent): Promise<Outcome<{ lifted: boolean }>> {
  return actionDoor(keepConsent, input);
}

/** A page of the queue: the first one of a filter, or the one after a cursor. */
export async function more(filter: QueueFilter): Promise<Outcome<QueuePage>> {
  const ctx = await requireUser();
  return settled(() => listQueue(ctx, filter));
}
