import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { leadImports } from "#drizzle/schema/schema";
import { type Database, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { ImportRow } from "#lib/lead-imports/find-import";

/** How long an import is safe from being taken over after its worker was last heard of. */
const LEASE_MS = 30_000;

/** An import this process holds. `attempt` fences it: whoever claims it again raises the number. */
export type ClaimedImport = ImportRow;

/** The condition that a worker has something to do on an import, and none is doing it. */
export function isWaiting(now: Date) {
  return and(
    or(
      and(eq(leadImports.state, "reading"), isNotNull(leadImports.uploadedAt)),
      eq(leadImports.state, "importing"),
    ),
    or(isNull(leadImports.leaseUntil), lt(leadImports.leaseUntil, now)),
  );
}

/** Takes an import up; undefined where it waits for no worker. It has no event: what comes of it has. */
export async function claimImport(ctx: Ctx, importId: string): Promise<ClaimedImport | undefined> {
  const [row] = await reader(ctx.store)
    .update(leadImports)
    .set({ attempt: sql`${leadImports.attempt} + 1`, leaseUntil: leaseFrom(ctx) })
    .where(and(eq(leadImports.id, importId), isWaiting(ctx.now())))
    .returning();
  return row;
}

/** Says that its worker is alive and how far it is; `conflict` where it was discarded or taken over. */
export async function renew(
  ctx: Ctx,
  db: Tx | Database,
  claimed: ClaimedImport,
  columns: { rows?: number; looked?: number },
): Promise<void> {
  const [row] = await db
    .update(leadImports)
    .set({ ...columns, leaseUntil: leaseFrom(ctx) })
    .where(held(claimed))
    .returning({ id: leadImports.id });
  if (!row) throw new AppError("conflict", "The import has gone on in the meantime.");
}

/** Leaves an import to whoever comes next, because this process stops. */
export async function giveBack(ctx: Ctx, claimed: ClaimedImport): Promise<void> {
  await reader(ctx.store).update(leadImports).set({ leaseUntil: null }).where(held(claimed));
}

function held({ id, attempt, state }: ClaimedImport) {
  return and(eq(leadImports.id, id), eq(leadImports.attempt, attempt), eq(leadImports.state, state));
}

function leaseFrom(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() + LEASE_MS);
}
