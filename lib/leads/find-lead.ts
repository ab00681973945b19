import { and, eq, isNull } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/events/context";
import { canChangeLeads } from "#lib/leads/policy";

export type LeadRow = typeof leads.$inferSelect;

/** A lead by its id; `not_found` where there is none, or it was deleted. */
export async function findLead(db: Database | Tx, leadId: string): Promise<LeadRow> {
  return there(await db.select().from(leads).where(kept(leadId)));
}

/** The same, held until the end of the transaction, for somebody who may change it; `forbidden` for others. */
export async function lockLead(actor: Actor, tx: Tx, leadId: string): Promise<LeadRow> {
  const lead = there(await tx.select().from(leads).where(kept(leadId)).for("update"));
  refuseReaders(actor);
  return lead;
}

/** `forbidden` for whoever only reads leads. */
export function refuseReaders(actor: Actor): void {
  if (!canChangeLeads(actor)) throw new AppError("forbidden", "Viewers read. Ask an admin for another role.");
}

function kept(leadId: string) {
  return and(eq(leads.id, leadId), isNull(leads.deletedAt));
}

function there([lead]: LeadRow[]): LeadRow {
  if (!lead) throw new AppError("not_found", "There is no such lead, or it was deleted.");
  return lead;
}
