import { asc, eq } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";

/** The kinds of what happened to a thing, in order. */
export async function kindsOf(store: Store, subjectId: string): Promise<string[]> {
  const rows = await store.raw
    .select({ kind: events.kind })
    .from(events)
    .where(eq(events.subjectId, subjectId))
    .orderBy(asc(events.seq));
  return rows.map((row) => row.kind);
}
