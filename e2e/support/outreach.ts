import { consents, leads } from "#drizzle/schema/schema";
import { CAST, type Stage } from "#e2e/support/cast";
import { newId } from "#lib/db/ids";

/** A lead of Bo's who asked for a quote, with the consent that follows from asking. */
export const MARA = {
  name: "Mara Okonkwo",
  firstName: "Mara",
  email: "Mara@Quarry.example",
  address: "mara@quarry.example",
  company: "Quarry Labs",
} as const;

/** Inserts a lead, and consent where it says so; returns its id. */
export async function stageLead(
  { store, clock }: Stage,
  { consent = true, ...given }: Partial<typeof leads.$inferInsert> & { consent?: boolean } = {},
): Promise<string> {
  const now = clock.now();
  const id = newId("led", now);
  const row = { ...MARA, ...given };
  await store.raw.insert(leads).values({
    id,
    ownerId: CAST.bo.id,
    stage: "new",
    createdBy: CAST.bo.id,
    createdAt: now,
    lastActivityAt: now,
    ...row,
  });
  if (consent && row.address)
    await store.raw.insert(consents).values({
      id: newId("cns", now),
      address: row.address,
      basis: "express",
      obtainedOn: now.toISOString().slice(0, 10),
      evidence: "Ticked the box on the form of our web page.",
      recordedBy: CAST.bo.id,
      recordedAt: now,
    });
  return id;
}
