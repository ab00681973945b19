import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { leadImportParts, leadImportRows } from "#drizzle/schema/schema";
import { type Database, inTransaction, reader, type Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { ImportField } from "#lib/lead-imports/fields";
import { type ClaimedImport, renew } from "#lib/lead-imports/lease";
import type { ImportedLead } from "#lib/lead-imports/read-lead";
import type { CsvRow } from "#lib/parsers/csv";

/** What is kept beside a row that was looked at: its lead without what it doesn’t say, and the id it gets where it is new. */
export type KeptFields = Partial<ImportedLead> & { id: string; unread?: ImportField[] };
export type LookedRow = { line: number; fields: KeptFields | null; problem: string | null };

/** The bytes of a file in order, one part in memory at a time. */
export async function* partsOf(ctx: Pick<Ctx, "store">, importId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const [part] = await reader(ctx.store)
      .select({ bytes: leadImportParts.bytes })
      .from(leadImportParts)
      .where(and(eq(leadImportParts.importId, importId), eq(leadImportParts.number, number)));
    if (!part) return;
    yield Buffer.from(part.bytes, "base64");
  }
}

/** Adds rows in one statement. */
export async function addRows(
  ctx: Ctx,
  claimed: ClaimedImport,
  rows: CsvRow[],
  total: number,
): Promise<void> {
  const values = JSON.stringify(rows.map(({ line, cells, problem }) => [line, cells, problem]));
  await inTransaction(ctx.store, async (tx) => {
    await renew(ctx, tx, claimed, { rows: total });
    await tx.execute(sql`
      insert into ${leadImportRows} (import_id, line, cells, problem)
      select ${claimed.id}, (r->>0)::int, array(select json_array_elements_text(r->1)), r->>2
      from json_array_elements(${values}::json) as r`);
  });
}

/** The next rows after a line, in order. */
export function nextRows(
  db: Database,
  importId: string,
  after: number,
  limit: number,
): Promise<{ line: number; cells: string[]; problem: string | null }[]> {
  return db
    .select({ line: leadImportRows.line, cells: leadImportRows.cells, problem: leadImportRows.problem })
    .from(leadImportRows)
    .where(and(eq(leadImportRows.importId, importId), gt(leadImportRows.line, after)))
    .orderBy(asc(leadImportRows.line))
    .limit(limit);
}

/** The last line that was looked at before the first that wasn’t, and how many rows there are up to it. */
export async function lookedSoFar(db: Database, importId: string): Promise<{ line: number; looked: number }> {
  const [first] = await db
    .select({ line: leadImportRows.line })
    .from(leadImportRows)
    .where(
      and(
        eq(leadImportRows.importId, importId),
        isNull(leadImportRows.fields),
        isNull(leadImportRows.problem),
      ),
    )
    .orderBy(asc(leadImportRows.line))
    .limit(1);
  const line = first ? first.line - 1 : 2_147_483_647;
  const [counted] = await db
    .select({ looked: sql<number>`count(*)::int` })
    .from(leadImportRows)
    .where(and(eq(leadImportRows.importId, importId), sql`${leadImportRows.line} <= ${line}`));
  return { line, looked: counted?.looked ?? 0 };
}

/** Keeps what became of rows in one statement. */
export async function keepLooked(
  ctx: Ctx,
  claimed: ClaimedImport,
  rows: LookedRow[],
  looked: number,
): Promise<void> {
  const values = JSON.stringify(rows);
  const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  await inTransaction(ctx.store, async (tx) => {
    await renew(ctx, tx, claimed, { looked });
    await tx.execute(sql`
      update ${leadImportRows} set fields = said.fields, problem = said.problem
      from jsonb_to_recordset(${values}::jsonb) as said(line int, fields jsonb, problem text)
      where import_id = ${claimed.id} and ${leadImportRows.line} = said.line
        -- Without statistics, which a new file has none of, all its rows would be read.
        and ${leadImportRows.line} between ${first} and ${last}`);
  });
}

/** Forgets the bytes of a file and all its rows. */
export async function dropRows(tx: Tx | Database, importId: string): Promise<void> {
  await tx.delete(leadImportParts).where(eq(leadImportParts.importId, importId));
  await tx.delete(leadImportRows).where(eq(leadImportRows.importId, importId));
}
