import { newId } from "#lib/db/ids";
import { approveDraft } from "#lib/drafts/approve-draft";
import type { BatchAnswer } from "#lib/drafts/batch";
import { ApproveBatch } from "#lib/drafts/schema";
import { type Outcome, settle } from "#lib/web/door";
import { requireUser } from "#lib/web/session";

/**
 * Approves several drafts, each at the revision that was shown and each in a transaction of its own, one after the
 * other: what can't be approved stops none of the others, and is told in words.
 */
export async function approveAll(input: ApproveBatch): Promise<Outcome<BatchAnswer[]>> {
  const ctx = await requireUser();
  return settle(async () => {
    const drafts = ApproveBatch.parse(input);
    const id = newId("bat", ctx.now());
    const answers: BatchAnswer[] = [];
    for (const { looked, ...seen } of drafts) {
      const { draftId } = seen;
      const outcome = await settle(() => approveDraft(ctx, { ...seen, batch: { id, looked } }));
      if (outcome.ok) answers.push({ draftId, ok: true, records: outcome.value.records });
      else answers.push({ draftId, ok: false, message: outcome.message, requestId: outcome.requestId });
    }
    return answers;
  });
}
