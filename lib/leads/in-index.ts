import { asc, eq, isNull, type SQL } from "drizzle-orm";
import type { LeadStage } from "#drizzle/schema/leads";
import { leads } from "#drizzle/schema/schema";
import { anyOf } from "#lib/db/any-of";

/** Of whom a list is: an owner ("none" for nobody), a stage, an import. */
export type Part = { ownerId?: string; stage?: LeadStage; importId?: string };

/**
 * The condition that keeps a list to a part of the leads, and how the order of its rows begins: with what is the same in
 * all of them, which the index of that part alone can give. A plan that is kept doesn't know how many leads the part has,
 * and would else read through all newer ones of others, such as 200,000 that were imported a minute ago.
 */
export function inIndex({ ownerId, stage, importId }: Part): { where: SQL[]; order: SQL[] } {
  if (ownerId) {
    const owned = ownerId === "none" ? isNull(leads.ownerId) : anyOf(leads.ownerId, [ownerId]);
    return { where: [owned, ...plain({ stage, importId })], order: [asc(leads.ownerId)] };
  }
  if (stage)
    return { where: [anyOf(leads.stage, [stage]), ...plain({ importId })], order: [asc(leads.stage)] };
  if (importId) return { where: [anyOf(leads.importId, [importId])], order: [asc(leads.importId)] };
  return { where: [], order: [] };
}

function plain({ stage, importId }: Part): SQL[] {
  return [...(stage ? [eq(leads.stage, stage)] : []), ...(importId ? [eq(leads.importId, importId)] : [])];
}
