import { and, eq, exists, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { leadImportRows, leadImports } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { endImport } from "#lib/lead-imports/discard-import";
import { isWaiting } from "#lib/lead-imports/lease";
import { dropRows } from "#lib/lead-imports/rows";

const BATCH = 20;
const DAY_MS = 86_400_000;
/** How long a file waits for somebody to say what its columns are, and how long its refused rows are kept. */
const WAITS_MS = 7 * DAY_MS;
const KEPT_MS = 30 * DAY_MS;

/**
 * Sends imports to the queue again that wait for a worker, also those whose worker died, discards files that never arrived
 * whole or that nobody went on with, and forgets rows that were refused long ago. Safe to run in several processes at once.
 */
export async function sweepImports(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const db = reader(ctx.store);
  const now = ctx.now();
  const waiting = await db
    .select({ id: leadImports.id })
    .from(leadImports)
    .where(isWaiting(now))
    .limit(BATCH);
  for (const { id } of waiting)
    await inTransaction(ctx.store, (tx) => ctx.queue.send(tx, { kind: "lead_import", id }));
  const uploading = and(eq(leadImports.state, "reading"), isNull(leadImports.uploadedAt));
  const broken = and(uploading, lt(leadImports.leaseUntil, now));
  await discardAll(ctx, broken, "The upload broke off. Choose the file again.");
  const left = and(eq(leadImports.state, "mapping"), lt(leadImports.createdAt, ago(now, WAITS_MS)));
  await discardAll(ctx, left, "Nobody said for a week what its columns are. Choose the file again.");
  await forgetRefused(ctx);
}

async function discardAll(ctx: Ctx, which: SQL | undefined, reason: string): Promise<void> {
  const rows = await reader(ctx.store)
    .select({ id: leadImports.id })
    .from(leadImports)
    .where(which)
    .limit(BATCH);
  for (const { id } of rows) await endImport(ctx, id, "discarded", reason).catch(ignoreConflict);
}

/** They hold people’s names and addresses, and were there to be corrected. */
async function forgetRefused(ctx: Ctx): Promise<void> {
  const db = reader(ctx.store);
  const rows = db
    .select({ one: sql`1` })
    .from(leadImportRows)
    .where(eq(leadImportRows.importId, leadImports.id));
  const old = await db
    .select({ id: leadImports.id })
    .from(leadImports)
    .where(and(lt(leadImports.endedAt, ago(ctx.now(), KEPT_MS)), exists(rows)))
    .limit(BATCH);
  for (const { id } of old) await dropRows(db, id);
}

function ago(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** For the one process of an embedded database, at its start: whoever held an import before is gone. */
export async function expireImportLeases(ports: Ports): Promise<void> {
  await reader(ports.store)
    .update(leadImports)
    .set({ leaseUntil: null })
    .where(
      or(
        eq(leadImports.state, "importing"),
        and(eq(leadImports.state, "reading"), isNotNull(leadImports.uploadedAt)),
      ),
    );
}
