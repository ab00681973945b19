import { and, asc, eq } from "drizzle-orm";
import type { FilteredList } from "#drizzle/schema/filters";
import { filters } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { QueueNarrowing } from "#lib/drafts/schema";
import type { KeptQueueFilter } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import { type KeptLeadFilter, LeadView } from "#lib/filters/schema";

/** The filters of the queue that the reader keeps, by name. One that no longer means anything is left out. */
export async function listFilters(ctx: UserCtx): Promise<KeptQueueFilter[]> {
  return (await readFilters(ctx, "reviews")).flatMap(({ filter, ...row }) => {
    const read = QueueNarrowing.safeParse(filter);
    return read.success ? [{ ...row, filter: read.data }] : [];
  });
}

/** The same of the leads. */
export async function listLeadFilters(ctx: UserCtx): Promise<KeptLeadFilter[]> {
  return (await readFilters(ctx, "leads")).flatMap(({ filter, ...row }) => {
    const read = LeadView.safeParse(filter);
    return read.success ? [{ ...row, filter: read.data }] : [];
  });
}

function readFilters(ctx: UserCtx, list: FilteredList) {
  return reader(ctx.store)
    .select({ id: filters.id, name: filters.name, filter: filters.filter })
    .from(filters)
    .where(and(eq(filters.userId, ctx.actor.id), eq(filters.list, list)))
    .orderBy(asc(filters.name), asc(filters.id));
}
