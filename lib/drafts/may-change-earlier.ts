import { eq } from "drizzle-orm";
import { drafts } from "#drizzle/schema/schema";
import { canChangeAction } from "#lib/actions/policy";
import type { Database, Tx } from "#lib/db/store";
import { standingOf } from "#lib/drafts/find-draft";
import { canReview } from "#lib/drafts/policy";
import type { UserCtx } from "#lib/events/context";
import type { EarlierRow } from "#lib/records/apply-mentions";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Whether the actor may change a record of an earlier approval, which they see, by an approval of their own: who decides
 * on the draft it is of, and for an action who may change it on its page. Anybody can write notes that say it is done.
 */
export async function mayChangeEarlier(ctx: UserCtx, tx: Tx | Database, row: EarlierRow): Promise<boolean> {
  if (row.kind === "action" && canChangeAction(ctx.actor, row)) return true;
  const [draft] = await tx
    .select({ workflow: drafts.workflow })
    .from(drafts)
    .where(eq(drafts.id, row.draftId));
  if (!draft) return false;
  return canReview(ctx.actor, getWorkflow(draft.workflow).approvers, await standingOf(ctx, tx, row.draftId));
}
