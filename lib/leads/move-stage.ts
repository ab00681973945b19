import { eq, sql } from "drizzle-orm";
import { CLOSED_STAGES, type LeadStage } from "#drizzle/schema/leads";
import { leads } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import { type LeadRow, lockLead } from "#lib/leads/find-lead";
import { lostRace } from "#lib/leads/lost-race";
import { MoveStage } from "#lib/leads/schema";
import { stopCadence } from "#lib/leads/stop-cadence";
import { addEntry } from "#lib/leads/timeline";

/**
 * Moves a lead to another stage, at the version that was seen; a closed stage ends its cadence. `not_found`, `forbidden`,
 * `invalid` for the stage it is in, or `conflict` where somebody was faster.
 */
export async function moveStage(ctx: UserCtx, input: MoveStage): Promise<{ version: number }> {
  const { leadId, version, stage } = MoveStage.parse(input);
  return transact(ctx, async (work) => {
    const lead = await lockLead(ctx.actor, work.tx, leadId);
    if (lead.version !== version) throw await lostRace(ctx, work.tx, lead);
    if (lead.stage === stage) throw new AppError("invalid", `This lead is in ${STAGE_NAMES[stage]} already.`);
    await applyStage(ctx, work, lead, stage);
    return { version: version + 1 };
  });
}

/** The same in the caller's transaction, of a lead that is held in it, for what follows something else. */
export async function applyStage(
  ctx: Ctx,
  work: Work,
  lead: Pick<LeadRow, "id" | "stage">,
  stage: LeadStage,
): Promise<void> {
  await work.tx
    .update(leads)
    .set({ stage, version: sql`${leads.version} + 1` })
    .where(eq(leads.id, lead.id));
  work.record({ kind: "lead.moved", subjectId: lead.id, data: { from: lead.stage, to: stage } });
  const words = `From ${STAGE_NAMES[lead.stage]} to ${STAGE_NAMES[stage]}`;
  await addEntry(ctx, work, { leadId: lead.id, kind: "stage", at: ctx.now(), words });
  if (isClosed(stage)) await stopCadence(work, lead.id, "closed");
}

/** Whether nobody is written to any more in this stage. */
export function isClosed(stage: LeadStage): boolean {
  return CLOSED_STAGES.some((closed) => closed === stage);
}
