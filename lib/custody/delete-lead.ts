import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { leadEntries, leadImportRows, leads, sources } from "#drizzle/schema/schema";
import { forgetSource } from "#lib/custody/delete-source";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { lockLead } from "#lib/leads/find-lead";
import { lostRace } from "#lib/leads/lost-race";
import { canDeleteLead } from "#lib/leads/policy";
import { DeleteLead } from "#lib/leads/schema";
import { stopCadence } from "#lib/leads/stop-cadence";

/** What is said of a lead of whom nothing is kept any more. */
const DELETED_NAME = "Deleted lead";

const NOTHING = {
  firstName: null,
  email: null,
  address: null,
  company: null,
  title: null,
  phone: null,
  country: null,
  ownerId: null,
  origin: null,
  externalId: null,
  amountCents: null,
  currency: null,
  nextStep: null,
  nextStepOn: null,
  description: null,
  factsSourceId: null,
};

/**
 * Deletes a lead with everything that was written down of them: facts, timeline, notes, rows of imports
 * that were refused, and the drafts made from these with their records. What left, why it was allowed, and that they asked not to be written to stays: the law asks for
 * it. `conflict` for another version, and while something made from it is leaving.
 */
export async function deleteLead(ctx: UserCtx, input: DeleteLead): Promise<{ sources: number }> {
  const { leadId, version } = DeleteLead.parse(input);
  return transact(ctx, async (work) => {
    const lead = await lockLead(ctx.actor, work.tx, leadId);
    if (!canDeleteLead(ctx.actor)) throw new AppError("forbidden", "A leader or an admin can delete a lead.");
    if (lead.version !== version) throw await lostRace(ctx, work.tx, lead);
    await stopCadence(work, leadId, "person");
    const own = await lockSources(work.tx, leadId);
    for (const source of own) await forgetSource(ctx, work, source, "drop");
    await work.tx.delete(leadEntries).where(eq(leadEntries.leadId, leadId));
    if (lead.address) await forgetRefused(work.tx, lead.address);
    await work.tx
      .update(leads)
      .set({ ...NOTHING, name: DELETED_NAME, deletedAt: ctx.now() })
      .where(eq(leads.id, leadId));
    work.record({ kind: "lead.deleted", subjectId: leadId, data: { sources: own.length } });
    return { sources: own.length };
  });
}

/** Forgets the rows of imports that were refused and name an address. */
function forgetRefused(tx: Tx, address: string) {
  const named = sql`exists (select 1 from unnest(${leadImportRows.cells}) cell where strpos(lower(cell), ${address}) > 0)`;
  return tx.delete(leadImportRows).where(and(isNotNull(leadImportRows.problem), named));
}

function lockSources(tx: Tx, leadId: string) {
  return tx
    .select()
    .from(sources)
    .where(and(eq(sources.leadId, leadId), isNull(sources.deletedAt)))
    .orderBy(sources.id)
    .for("update");
}
