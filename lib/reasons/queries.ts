import { and, count, eq, gte, sql } from "drizzle-orm";
import { reviews, workspace } from "#drizzle/schema/schema";
import type { RejectReason } from "#drizzle/schema/workspace";
import { type Database, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { canCountReasons } from "#lib/reasons/policy";
import { visibleDraft } from "#lib/sources/visibility";

/** The company's reasons in their order, and the version of the list. */
export type ReasonList = { version: number; reasons: RejectReason[] };

/** How often each reason was given. `id` is null for drafts rejected in the reviewer's own words. */
export type ReasonCount = { id: string | null; count: number };

/** Why drafts are rejected here, with the retired reasons. Everybody who is signed in may ask. */
export function getReasons(ctx: Pick<Ctx, "store">): Promise<ReasonList> {
  return readReasons(reader(ctx.store));
}

/** The same within a transaction; who asks was asked before. */
export async function readReasons(db: Database | Tx): Promise<ReasonList> {
  const [row] = await db
    .select({ version: workspace.rejectReasonsVersion, reasons: workspace.rejectReasons })
    .from(workspace)
    .where(eq(workspace.id, 1));
  if (!row) throw new AppError("conflict", "Countersign isn’t set up yet.");
  return row;
}

/** How often each reason was given since an instant, of drafts the actor sees; nothing for who may not count them. */
export async function countReasons(ctx: UserCtx, since: Date): Promise<ReasonCount[]> {
  if (!canCountReasons(ctx.actor)) return [];
  const given = count();
  return reader(ctx.store)
    .select({ id: reviews.reasonId, count: given })
    .from(reviews)
    .where(
      and(
        eq(reviews.decision, "rejected"),
        gte(reviews.createdAt, since),
        visibleDraft(ctx.actor, reviews.draftId),
      ),
    )
    .groupBy(reviews.reasonId)
    .orderBy(sql`${given} desc`);
}
