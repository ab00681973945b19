import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { draftSources, drafts, sources } from "#drizzle/schema/schema";
import { canKeepSource } from "#lib/custody/policy";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { visibleSource } from "#lib/sources/visibility";

/** A source the actor sees and may keep or give up, locked: no draft is proposed on it meanwhile. `not_found` or `forbidden` otherwise. */
export async function findKeptSource(ctx: Ctx, tx: Tx, sourceId: string) {
  return kept(ctx, await sourceNamed(ctx, tx, sourceId).for("update"));
}

/** The same, only to be looked at. */
export async function readKeptSource(ctx: Ctx, db: Database, sourceId: string) {
  return kept(ctx, await sourceNamed(ctx, db, sourceId));
}

function sourceNamed(ctx: Ctx, db: Database | Tx, sourceId: string) {
  return db
    .select()
    .from(sources)
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)));
}

function kept(ctx: Ctx, [source]: (typeof sources.$inferSelect)[]) {
  if (!source) {
    throw new AppError("not_found", "There is no such source: it was deleted, or it is not shared with you.");
  }
  if (!canKeepSource(ctx.actor, source)) {
    throw new AppError("forbidden", "Who stored this source, or an admin, can do that.");
  }
  return source;
}

/** What was written from a source, locked: nobody decides on it meanwhile. */
export function lockDraftsOf(tx: Tx, sourceId: string) {
  const from = tx
    .select({ id: draftSources.draftId })
    .from(draftSources)
    .where(eq(draftSources.sourceId, sourceId));
  return tx
    .select()
    .from(drafts)
    .where(and(inArray(drafts.id, from), ne(drafts.state, "deleted")))
    .orderBy(drafts.id)
    .for("update");
}
