import { eq, sql } from "drizzle-orm";
import type { LeadEntryKind } from "#drizzle/schema/leads";
import { leadEntries, leads } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

export type EntryToAdd = {
  leadId: string;
  kind: LeadEntryKind;
  at: Date;
  /** One line, made by code. */
  words: string;
  sourceId?: string;
  deliveryId?: string;
  promiseId?: string;
};

/** Adds a line to a lead's timeline in the caller's transaction, and keeps when they last wrote, were written to, and anything happened. */
export async function addEntry(ctx: Ctx, { tx }: Pick<Work, "tx">, entry: EntryToAdd): Promise<string> {
  const id = newId("ent", ctx.now());
  const by = ctx.actor.kind === "user" ? ctx.actor.id : null;
  await tx.insert(leadEntries).values({ id, ...entry, by, createdAt: ctx.now() });
  const at = entry.at.toISOString();
  const later = (column: typeof leads.lastActivityAt | typeof leads.lastReplyAt) =>
    sql`greatest(${column}, ${at}::timestamptz)`;
  await tx
    .update(leads)
    .set({
      lastActivityAt: later(leads.lastActivityAt),
      ...(entry.kind === "mail_in" && { lastReplyAt: later(leads.lastReplyAt) }),
      ...(entry.kind === "mail_out" && { lastSentAt: later(leads.lastSentAt) }),
    })
    .where(eq(leads.id, entry.leadId));
  return id;
}
