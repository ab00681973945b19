import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { End, Header } from "#lib/backup/format";
import { listMigrations, listTables } from "#lib/backup/tables";
import { inTransaction, type Store, type Tx } from "#lib/db/store";

/** How many rows are read at a time: a source alone may be two megabytes. */
const BATCH = 100;

/**
 * Writes everything that is stored, of one moment, line by line: a header, the rows, an end. Goes on while others
 * write. The embedded database answers nobody else meanwhile, so `write` should not wait for a network.
 * Returns how many rows it wrote.
 */
export function writeBackup(
  { store, now }: { store: Store; now: () => Date },
  write: (line: string) => Promise<void>,
): Promise<number> {
  return inTransaction(store, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    const header: z.infer<typeof Header> = {
      countersign: "backup 1",
      at: now().toISOString(),
      migrations: await listMigrations(tx),
    };
    await write(JSON.stringify(header));
    let rows = 0;
    for (const table of await listTables(tx)) rows += await writeTable(tx, table, write);
    await write(JSON.stringify({ rows } satisfies z.infer<typeof End>));
    return rows;
  });
}

async function writeTable(tx: Tx, table: string, write: (line: string) => Promise<void>): Promise<number> {
  await tx.execute(
    sql`declare backup no scroll cursor for select to_jsonb(t)::text as row from ${sql.identifier(table)} t`,
  );
  let written = 0;
  for (;;) {
    const { rows } = await tx.execute<{ row: string }>(sql`fetch ${sql.raw(String(BATCH))} from backup`);
    for (const { row } of rows) await write(`[${JSON.stringify(table)},${row}]`);
    written += rows.length;
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close backup`);
  return written;
}
