"use server";

import type { SettleDelivery } from "#lib/deliveries/schema";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { listQueue } from "#lib/drafts/queue-queries";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { readRevision } from "#lib/drafts/revision-queries";
import type { ApproveDraft, EditDraft, RejectDraft, ReopenDraft } from "#lib/drafts/schema";
import type { DeskAnswer, QueuePage } from "#lib/drafts/view";
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

export async function reopen(input: ReopenDraft): Promise<DeskAnswer> {
  return deskDoor(async (ctx) => {
    const { revision } = await reopenDraft(ctx, input);
    return readRevision(ctx, input.draftId, revision);
  });
}

export async function settle(input: SettleDelivery): Promise<Outcome<void>> {
  return actionDoor(settleDelivery, input);
}

/** The page of the queue after a cursor. */
export async function more(cursor: string): Promise<Outcome<QueuePage>> {
  const ctx = await requireUser();
  return settled(() => listQueue(ctx, { cursor }));
}
