import { approveIn } from "#lib/drafts/approve-in";
import { lockVisibleDraft } from "#lib/drafts/find-draft";
import { isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Statement } from "#lib/grounding/statement";
import { findStanding } from "#lib/outlets/standing";

/**
 * Approves a draft that was just written by a standing approval that holds for it, in the caller's transaction, and
 * for the channels it was given for alone. Without one, the draft waits for a person, as every other does.
 */
export async function approveByStanding(
  ctx: Ctx,
  work: Work,
  written: { draftId: string; runId: string; statements: Statement[] },
): Promise<void> {
  const standing = await findStanding(ctx, work.tx, written);
  if (!standing) return;
  const giver = { ...ctx, actor: standing.giver };
  const found = await lockVisibleDraft(giver, work.tx, written.draftId).catch(ignoreHidden);
  if (!found || found.newest > found.version) return;
  await approveIn(giver, work, found, {
    revision: 1,
    statements: written.statements,
    standing: { id: standing.id, outlets: standing.outlets },
  });
}

/** Whoever gave it sees the draft no more. */
function ignoreHidden(error: unknown): undefined {
  if (!isAppError(error, "not_found")) throw error;
}
