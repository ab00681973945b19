import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { leadImports } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { endImport } from "#lib/lead-imports/discard-import";
import { isWaiting } from "#lib/lead-imports/lease";

const BATCH = 20;

/**
 * Sends imports to the queue again that wait for a worker, also those whose worker died, and discards files that never
 * arrived whole. Safe to run in several processes at once.
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
  const broken = await db
    .select({ id: leadImports.id })
    .from(leadImports)
    .where(
      and(eq(leadImports.state, "reading"), isNull(leadImports.uploadedAt), lt(leadImports.leaseUntil, now)),
    )
    .limit(BATCH);
  for (const { id } of broken)
    await endImport(ctx, id, "discarded", "The upload broke off. Choose the file again.").catch(
      ignoreConflict,
    );
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
