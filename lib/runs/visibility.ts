import { and, eq, not, notExists, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { runSources, runs, sources } from "#drizzle/schema/schema";
import type { Actor } from "#lib/events/context";
import { visibleSource } from "#lib/sources/visibility";

/** The condition on `runs` that keeps a query to runs whose every source the actor may see. */
export function visibleRun(actor: Actor): SQL {
  const hidden = new QueryBuilder()
    .select({ one: sql`1` })
    .from(runSources)
    .innerJoin(sources, eq(sources.id, runSources.sourceId))
    .where(and(eq(runSources.runId, runs.id), not(visibleSource(actor))));
  return notExists(hidden);
}
