import { eq, sql } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import { type LeadRow, lockLead } from "#lib/leads/find-lead";
import { lostRace } from "#lib/leads/lost-race";
import { refuseUnfitOwner } from "#lib/leads/owner";
import { EditLead, type LeadFacts } from "#lib/leads/schema";
import { twinConflict } from "#lib/leads/twin";

/**
 * Changes what is known of a lead, its owner, its deal or its next step, at the version that was seen. `not_found`,
 * `forbidden`, `invalid` where nothing would change, or `conflict`: somebody was faster, or another lead has the address.
 */
export async function editLead(ctx: UserCtx, input: EditLead): Promise<{ version: number }> {
  const { leadId, version, facts } = EditLead.parse(input);
  try {
    return await transact(ctx, async ({ tx, record }) => {
      const lead = await lockLead(ctx.actor, tx, leadId);
      if (lead.version !== version) throw await lostRace(ctx, tx, lead);
      const changed = differing(lead, facts);
      refuseHalfDeal({ ...lead, ...changed });
      await refuseUnfitOwner(tx, changed.ownerId);
      const address = changed.email === undefined ? {} : { address: addressOf(changed.email) };
      await tx
        .update(leads)
        .set({ ...changed, ...address, version: sql`${leads.version} + 1` })
        .where(eq(leads.id, leadId));
      record({ kind: "lead.changed", subjectId: leadId, data: { fields: Object.keys(changed) } });
      return { version: version + 1 };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = { address: addressOf(facts.email ?? null), externalId: facts.externalId };
    throw (await twinConflict(reader(ctx.store), same, leadId)) ?? error;
  }
}

/** The facts that are not as they were. */
function differing(lead: LeadRow, facts: LeadFacts): LeadFacts {
  const given = Object.entries(facts) as [keyof LeadFacts, unknown][];
  const changed = given.filter(([name, value]) => value !== undefined && value !== lead[name]);
  if (changed.length === 0) throw new AppError("invalid", "This is how it was. Change something first.");
  return Object.fromEntries(changed) as LeadFacts;
}

function refuseHalfDeal({ amountCents, currency }: Pick<LeadRow, "amountCents" | "currency">): void {
  if (amountCents !== null && !currency)
    throw new AppError("invalid", "Say which currency the amount is in.");
}

function addressOf(email: string | null): string | null {
  return email ? foldAddress(email) : null;
}
