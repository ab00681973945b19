import { and, eq, sql } from "drizzle-orm";
import type { FilteredList, KeptFilter } from "#drizzle/schema/filters";
import { filters } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { KeptQueueFilter } from "#lib/drafts/view";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import {
  DropFilter,
  KeepFilter,
  KeepLeadFilter,
  type KeptLeadFilter,
  RenameFilter,
} from "#lib/filters/schema";

/** A person has no use for more, and the page lists them all. */
const MOST = 50;

/** Keeps a filter of the queue under a name, for whoever asks alone. `conflict` where they have one of that name. */
export async function keepFilter(ctx: UserCtx, input: KeepFilter): Promise<KeptQueueFilter> {
  const { name, filter } = KeepFilter.parse(input);
  return { id: await keep(ctx, { list: "reviews", name, filter }), name, filter };
}

/** The same of the list of leads. */
export async function keepLeadFilter(ctx: UserCtx, input: KeepLeadFilter): Promise<KeptLeadFilter> {
  const { name, filter } = KeepLeadFilter.parse(input);
  return { id: await keep(ctx, { list: "leads", name, filter }), name, filter };
}

async function keep(
  ctx: UserCtx,
  kept: { list: FilteredList; name: string; filter: KeptFilter },
): Promise<string> {
  return transact(ctx, async ({ tx, record }) => {
    const count = await tx.$count(filters, eq(filters.userId, ctx.actor.id));
    if (count >= MOST)
      throw new AppError("invalid", `You keep ${MOST} filters. Drop one before you keep another.`);
    const id = newId("flt", ctx.now());
    const [row] = await tx
      .insert(filters)
      .values({ id, userId: ctx.actor.id, ...kept, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: filters.id });
    if (!row) throw taken(kept.name);
    record({ kind: "filter.kept", subjectId: ctx.actor.id, data: {} });
    return id;
  });
}

/** Gives one's own filter another name. `not_found` where there is none, `conflict` where another has that name. */
export async function renameFilter(ctx: UserCtx, input: RenameFilter): Promise<void> {
  const { filterId, name } = RenameFilter.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    if (await hasName(ctx, tx, name, filterId)) throw taken(name);
    const [row] = await tx
      .update(filters)
      .set({ name })
      .where(own(ctx, filterId))
      .returning({ id: filters.id });
    if (!row) throw gone();
    record({ kind: "filter.renamed", subjectId: ctx.actor.id, data: {} });
  });
}

/** Drops one's own filter. `not_found` where there is none. */
export async function dropFilter(ctx: UserCtx, input: DropFilter): Promise<void> {
  const { filterId } = DropFilter.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const [row] = await tx.delete(filters).where(own(ctx, filterId)).returning({ id: filters.id });
    if (!row) throw gone();
    record({ kind: "filter.dropped", subjectId: ctx.actor.id, data: {} });
  });
}

function own(ctx: UserCtx, filterId: string) {
  return and(eq(filters.id, filterId), eq(filters.userId, ctx.actor.id));
}

async function hasName(ctx: UserCtx, tx: Tx, name: string, but: string): Promise<boolean> {
  const same = and(
    eq(filters.userId, ctx.actor.id),
    sql`lower(${filters.name}) = lower(${name})`,
    sql`${filters.id} <> ${but}`,
    sql`${filters.list} = (select renamed.list from ${filters} as renamed where renamed.id = ${but})`,
  );
  return (await tx.$count(filters, same)) > 0;
}

function taken(name: string): AppError {
  return new AppError("conflict", `You have a filter called “${name}” already.`);
}

function gone(): AppError {
  return new AppError("not_found", "There is no such filter of yours.");
}
