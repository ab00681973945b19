import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { leadSources } from "#lib/leads/lead-sources";
import { refuseSecondDraft } from "#lib/runs/one-draft";
import { queueRun } from "#lib/runs/queue-run";
import type { Occasion } from "#lib/workflows/define";
import { leadWorkflow } from "#lib/workflows/registry";

type ToQueue = { leadId: string; by: string; occasion: Occasion };

/**
 * Queues the writing of a follow-up from the newest of a lead's timeline, in the caller's transaction, and returns the
 * run's id. `conflict` while one is being written or waits for a decision: two would say the same twice.
 */
export async function queueFollowUp(
  ctx: Ctx,
  work: Work,
  { leadId, by, occasion }: ToQueue,
): Promise<string> {
  const sources = await leadSources(ctx, work, leadId);
  await refuseSecondDraft(work.tx, sources[0]);
  return queueRun(ctx, work, {
    workflow: leadWorkflow,
    sources,
    requestedBy: by,
    lead: { id: leadId, occasion },
  });
}
