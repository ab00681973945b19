import { asc, eq } from "drizzle-orm";
import { filters } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { QueueNarrowing } from "#lib/drafts/schema";
import type { KeptQueueFilter } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";

/** The filters of the queue that the reader keeps, by name. One that no longer means anything is left out. */
export async function listFilters(ctx: UserCtx): Promise<KeptQueueFilter[]> {
  const rows = await reader(ctx.store)
    .select({ id: filters.id, name: filters.name, filter: filters.filter })
    .from(filters)
    .where(eq(filters.userId, ctx.actor.id))
    .orderBy(asc(filters.name), asc(filters.id));
  return rows.flatMap(({ filter, ...row }) => {
    const read = QueueNarrowing.safeParse(filter);
    return read.success ? [{ ...row, filter: read.data }] : [];
  });
}
