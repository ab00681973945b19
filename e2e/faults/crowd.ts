// Countersign without its pages or a worker: does at once what many people ask of it, and answers its parent.
import type { Order, Reply } from "#e2e/faults/crowds";
import { requestFor } from "#e2e/support/api";
import { ctxFor } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { approveDraft } from "#lib/drafts/approve-draft";
import { editDraft } from "#lib/drafts/edit-draft";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { takeHold, takeOverDraft } from "#lib/drafts/take-hold";
import { isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { sealEvents } from "#lib/events/seal";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";
import { takeRequest } from "#lib/tokens/take-request";
import { answerApi } from "#lib/web/api/answer-api";

const SOURCE = {
  workflow: "meeting-notes",
  title: "Sent",
  heldOn: "2026-11-20",
  timeZone: "America/Toronto",
  visibility: "open",
};

const runtime = await startRuntime(readConfig(process.env), { worker: false });
process.on("message", async (orders: Order[]) => {
  process.send?.(await Promise.all(orders.map(reply)));
});
process.send?.("ready");

async function reply(order: Order): Promise<Reply> {
  try {
    return { ...order, ok: true, value: await perform(order) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...order, ok: false, code: error.code, message: error.message };
  }
}

function perform({ by, act, draftId = "", statementId = "", text, secret }: Order): Promise<unknown> {
  const actor = { kind: "user" as const, role: "leader" as const, ...by };
  const ctx: UserCtx = { ...ctxFor(runtime.store, "ada", runtime), actor };
  const seen = { draftId, revision: 1 };
  switch (act) {
    case "approve":
      return approveDraft(ctx, seen);
    case "edit":
      return editDraft(ctx, { ...seen, changes: [{ statementId, text: `As ${by.name} wants it` }] });
    case "reject":
      return rejectDraft(ctx, { ...seen, reason: "Too much is wrong" });
    case "undo":
      return reopenDraft(ctx, { draftId });
    case "hold":
      return takeHold(ctx, { draftId });
    case "take over":
      return takeOverDraft(ctx, { draftId });
    case "paste":
      return storeNotes({ as: () => ctx }, { text });
    case "seal":
      return sealEvents(runtime.store);
    case "submit":
      return submit(text, secret as string);
    case "take":
      return takeRequest(runtime, "tok_race");
  }
}

async function submit(text: string | undefined, secret: string) {
  const body = { ...SOURCE, text };
  const request = { method: "POST", body, headers: { "idempotency-key": "one-and-the-same" } };
  const response = await answerApi(runtime, requestFor("/sources", secret, request));
  return { status: response.status, body: await response.json() };
}
