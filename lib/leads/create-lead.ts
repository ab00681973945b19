import { leads } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import { refuseReaders } from "#lib/leads/find-lead";
import { refuseUnfitOwner } from "#lib/leads/owner";
import { CreateLead } from "#lib/leads/schema";
import { twinConflict } from "#lib/leads/twin";

/**
 * Adds a lead. It grants no consent. An address or external id that a lead has already is a `conflict` whose detail
 * names that lead: `{ twin: { leadId, name } }`.
 */
export async function createLead(ctx: UserCtx, input: CreateLead): Promise<{ leadId: string }> {
  const facts = CreateLead.parse(input);
  refuseReaders(ctx.actor);
  const leadId = newId("led", ctx.now());
  const address = facts.email ? foldAddress(facts.email) : null;
  const ownerId = facts.ownerId === undefined ? ctx.actor.id : facts.ownerId;
  return transact(ctx, async ({ tx, record }) => {
    await refuseUnfitOwner(tx, ownerId);
    const [row] = await tx
      .insert(leads)
      .values({
        ...facts,
        id: leadId,
        address,
        ownerId,
        currency: facts.amountCents == null ? null : facts.currency,
        lastActivityAt: ctx.now(),
        createdBy: ctx.actor.id,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: leads.id });
    // Who added the same a moment ago is waited for, and found then.
    if (!row) throw (await twinConflict(tx, { ...facts, address })) ?? new AppError("conflict", "Try again.");
    record({ kind: "lead.created", subjectId: leadId, data: {} });
    return { leadId };
  });
}
