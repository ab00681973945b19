import { eq, type SQL, sql } from "drizzle-orm";
import type { ImportCounts } from "#drizzle/schema/leads";
import { leadImports } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/violations";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { moveImport } from "#lib/lead-imports/find-import";
import type { ClaimedImport } from "#lib/lead-imports/lease";
import {
  addLeads,
  changeLeads,
  gatherRows,
  REFUSALS,
  STILL_WRITTEN_TO,
  suppressOptedOut,
} from "#lib/lead-imports/merge-sql";
import { stopCadence } from "#lib/leads/stop-cadence";

/** Any number, as long as each version of Countersign uses the same one. */
const MERGE_LOCK = 7_319_404;
/** Lines of one statement. */
const STRETCH = 2_000;
const MOST_TRIES = 3;

/**
 * Makes leads of all rows that were taken, in one transaction: everybody sees all of them at once, or none. A row is of
 * the lead with its record ID, else of the one with its address, else, where it has neither, of the one with its name and
 * company; else it is a new one. Of several imports one is merged at a time, so that the same file twice adds nobody.
 */
export async function mergeImport(ctx: Ctx, claimed: ClaimedImport, tries = 1): Promise<void> {
  try {
    await transact(ctx, (work) => merge(ctx, work, claimed));
  } catch (error) {
    // Somebody added a lead with the same address by hand in the meantime: it is found now.
    if (!isUniqueViolation(error) || tries === MOST_TRIES) throw error;
    await mergeImport(ctx, claimed, tries + 1);
  }
}

async function merge(ctx: Ctx, work: Work, claimed: ClaimedImport): Promise<void> {
  const { tx, record } = work;
  const { id, attempt, rows } = claimed;
  const now = ctx.now();
  // Longer than a page may take; and no longer than this, whatever happens.
  await tx.execute(sql`set local statement_timeout = '10min'`);
  await tx.execute(sql`select pg_advisory_xact_lock(${MERGE_LOCK})`);
  const row = await moveImport(tx, { id, attempt }, "done", { endedAt: now, looked: rows });
  await tx.execute(gatherRows(id));
  await tx.execute(sql`create unique index on merging (line)`);
  await tx.execute(sql`analyze merging`);
  for (const refusal of REFUSALS) await tx.execute(refusal);
  // At once, or each stretch would read all leads there are.
  const changed = (await tx.execute(changeLeads(id))).rows.length;
  for (const [from, to] of await stretchesOf(tx))
    for (const statement of addLeads(row, now, from, to)) await tx.execute(statement);
  const optedOut = (await tx.execute(suppressOptedOut(row, now))).rows.length;
  await stopWriting(work);
  await keepRefused(tx, id);
  const counts = { ...(await countRows(tx, rows, changed)), optedOut };
  await tx.update(leadImports).set({ counts }).where(eq(leadImports.id, id));
  const { added, refused } = counts;
  record({ kind: "lead_import.done", subjectId: id, data: { added, changed, refused } });
}

async function stretchesOf(tx: Tx): Promise<[from: number, to: number][]> {
  const [last] = await rowsOf<{ line: number | null }>(tx, sql`select max(line) as line from merging`);
  const many = Math.ceil(((last?.line ?? 0) + 1) / STRETCH);
  return Array.from({ length: many }, (_, n) => [n * STRETCH, (n + 1) * STRETCH - 1]);
}

async function stopWriting(work: Work): Promise<void> {
  const written = await rowsOf<{ id: string; why: "unsubscribed" | "closed" }>(work.tx, STILL_WRITTEN_TO);
  for (const { id, why } of written) await stopCadence(work, id, why);
}

/** Of rows that became leads nothing more is kept beside them. */
async function keepRefused(tx: Tx, importId: string): Promise<void> {
  await tx.execute(sql`
    update lead_import_rows r set problem = m.problem, fields = null from merging m
    where r.import_id = ${importId} and r.line = m.line and m.problem is not null`);
  await tx.execute(sql`delete from lead_import_rows where import_id = ${importId} and problem is null`);
}

async function countRows(tx: Tx, rows: number, changed: number): Promise<Omit<ImportCounts, "optedOut">> {
  const [counted] = await rowsOf<{ added: number; known: number }>(
    tx,
    sql`select count(*) filter (where lead_id is null)::int as added, count(lead_id)::int as known
      from merging where problem is null`,
  );
  const { added = 0, known = 0 } = counted ?? {};
  const unread = await rowsOf<{ field: string; rows: number }>(
    tx,
    sql`select field, count(*)::int as rows from merging, jsonb_array_elements_text(unread) as field
      where problem is null and unread is not null group by field`,
  );
  return {
    added,
    changed,
    same: known - changed,
    refused: rows - added - known,
    unread: Object.fromEntries(unread.map(({ field, rows }) => [field, rows])),
  };
}

async function rowsOf<Row extends Record<string, unknown>>(tx: Tx, query: SQL): Promise<Row[]> {
  return (await tx.execute(query)).rows as Row[];
}
