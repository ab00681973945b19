import { and, eq, isNull } from "drizzle-orm";
import { CLOSED_STAGES } from "#drizzle/schema/leads";
import { leads } from "#drizzle/schema/schema";
import { canFollowUp, WHO_FOLLOWS_UP } from "#lib/cadence/policy";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

export type Lead = typeof leads.$inferSelect;

/**
 * A lead that the actor may have written to, held until the transaction ends. `not_found`, `forbidden`, and `invalid`
 * where its deal is closed.
 */
export async function lockLead(ctx: Ctx, tx: Tx, leadId: string): Promise<Lead> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.id, leadId), isNull(leads.deletedAt)))
    .for("no key update");
  if (!lead) throw new AppError("not_found", "There is no such lead: it was deleted.");
  if (!canFollowUp(ctx.actor, lead)) throw new AppError("forbidden", WHO_FOLLOWS_UP);
  if (isClosed(lead))
    throw new AppError("invalid", `${lead.name} is ${lead.stage}. Move the lead to an open stage first.`);
  return lead;
}

/** Whether nobody is written to any more about a lead. */
export function isClosed({ stage }: Pick<Lead, "stage">): boolean {
  return CLOSED_STAGES.some((closed) => closed === stage);
}
