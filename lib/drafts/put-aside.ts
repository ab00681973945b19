import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { drafts, handovers, snoozes, users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { DeskDraft, DeskHandover } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";

const givers = alias(users, "givers");

/** Drafts the reader never put off: what waits in its order. A row of the reader’s own is looked up by its key. */
export function neverSnoozed({ actor }: UserCtx): SQL {
  return sql`not exists (select 1 from ${snoozes} where ${snoozes.userId} = ${actor.id} and ${snoozes.draftId} = ${drafts.id})`;
}

/** Drafts the reader put off: those that are still away, or those whose time has come. */
export function snoozedBy({ actor, now }: UserCtx, which: "away" | "back"): SQL {
  const mine = eq(snoozes.userId, actor.id);
  const when = which === "away" ? gt(snoozes.until, now()) : lte(snoozes.until, now());
  return sql`${drafts.id} in (select ${snoozes.draftId} from ${snoozes} where ${and(mine, when)})`;
}

/** Drafts that were handed over to the reader. */
export function handedTo({ actor }: UserCtx): SQL {
  return sql`${drafts.id} in (select ${handovers.draftId} from ${handovers} where ${handovers.toId} = ${actor.id})`;
}

/** Into whose hands a draft was given, and until when the reader put it off. */
export async function findAside(
  ctx: UserCtx,
  db: Database,
  draftId: string,
): Promise<Pick<DeskDraft, "handover" | "snoozedUntil">> {
  const [handover, snoozedUntil] = await Promise.all([
    findHandover(ctx, db, draftId),
    findSnooze(ctx, db, draftId),
  ]);
  return { handover, snoozedUntil };
}

async function findHandover(ctx: UserCtx, db: Database, draftId: string): Promise<DeskHandover | null> {
  const [row] = await db
    .select({
      fromId: handovers.fromId,
      toId: handovers.toId,
      from: givers.name,
      to: users.name,
      note: handovers.note,
      at: handovers.createdAt,
    })
    .from(handovers)
    .innerJoin(users, eq(users.id, handovers.toId))
    .innerJoin(givers, eq(givers.id, handovers.fromId))
    .where(eq(handovers.draftId, draftId));
  if (!row) return null;
  const { fromId, toId, at, ...shown } = row;
  const reader = toId === ctx.actor.id ? "receiver" : fromId === ctx.actor.id ? "giver" : null;
  return { ...shown, at: at.toISOString(), reader };
}

async function findSnooze(ctx: UserCtx, db: Database, draftId: string): Promise<string | null> {
  const [row] = await db
    .select({ until: snoozes.until })
    .from(snoozes)
    .where(and(eq(snoozes.userId, ctx.actor.id), eq(snoozes.draftId, draftId)));
  return row?.until.toISOString() ?? null;
}
