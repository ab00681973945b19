import { sql } from "drizzle-orm";
import { End, Header, Row } from "#lib/backup/format";
import { canRestore } from "#lib/backup/policy";
import { listMigrations, listTables } from "#lib/backup/tables";
import type { Tx } from "#lib/db/store";
import { doubtDeliveries } from "#lib/deliveries/doubt-deliveries";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { doubtMails } from "#lib/mails/doubt-mails";

const BATCH = 100;

/**
 * Reads a backup into a database that nobody has used yet, all of it or nothing. What was to leave when the backup was
 * made may have left since, and becomes `unknown`. `invalid` where it is no backup, is cut off, or fits another version;
 * `conflict` where the database holds something. Returns how many rows there were.
 */
export async function restoreBackup(ctx: Ctx, lines: AsyncIterable<string>): Promise<number> {
  if (!canRestore(ctx.actor)) throw new AppError("forbidden", "Only the command line restores a backup.");
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const tables = await listTables(tx);
    await refuseUsed(tx, tables);
    // What the log's triggers do was done when the backup was written.
    for (const table of tables) await setTriggers(tx, table, "disable");
    const rows = await readRows(tx, new Set(tables), lines);
    for (const table of tables) {
      await setTriggers(tx, table, "enable");
      await continueIdentity(tx, table);
    }
    await doubtDeliveries(work);
    await doubtMails(work, ctx.now());
    record({ kind: "workspace.restored", subjectId: "workspace", data: { rows } });
    return rows;
  });
}

async function refuseUsed(tx: Tx, tables: string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await tx.execute(sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (rows.length > 0)
      throw new AppError(
        "conflict",
        "The database holds something already. Restore into a new one: an empty COUNTERSIGN_DATA_DIR or an empty PostgreSQL database.",
      );
  }
}

async function readRows(tx: Tx, tables: ReadonlySet<string>, lines: AsyncIterable<string>): Promise<number> {
  let batch: { table: string; rows: unknown[] } = { table: "", rows: [] };
  let header = false;
  let rows = 0;
  const put = async () => {
    if (batch.rows.length > 0) await insertRows(tx, batch.table, batch.rows);
    batch = { ...batch, rows: [] };
  };
  for await (const line of lines) {
    const said = parsed(line);
    if (!header) {
      await checkHeader(tx, said);
      header = true;
      continue;
    }
    const row = Row.safeParse(said);
    if (!row.success) {
      await put();
      const end = End.safeParse(said);
      if (end.success && end.data.rows === rows) return rows;
      throw broken();
    }
    const [table, values] = row.data;
    if (!tables.has(table)) throw broken();
    if (table !== batch.table || batch.rows.length === BATCH) {
      await put();
      batch.table = table;
    }
    batch.rows.push(values);
    rows++;
  }
  throw broken();
}

async function checkHeader(tx: Tx, said: unknown): Promise<void> {
  const header = Header.safeParse(said);
  if (!header.success) throw new AppError("invalid", "This file is no backup of Countersign.");
  const own = await listMigrations(tx);
  if (JSON.stringify(own) !== JSON.stringify(header.data.migrations))
    throw new AppError(
      "invalid",
      "The backup was written by another version of Countersign. Restore it with that version, then start this one.",
    );
}

async function insertRows(tx: Tx, table: string, rows: unknown[]): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} overriding system value
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
  );
}

async function setTriggers(tx: Tx, table: string, how: "enable" | "disable"): Promise<void> {
  await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(how)} trigger user`);
}

/** The next number of a table that counts itself follows on the last restored one. */
async function continueIdentity(tx: Tx, table: string): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_identity = 'YES'`,
  );
  for (const { name } of rows) {
    const column = sql.identifier(name);
    await tx.execute(
      sql`select setval(pg_get_serial_sequence(${table}, ${name}), coalesce(max(${column}), 1), max(${column}) is not null)
        from ${sql.identifier(table)}`,
    );
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw broken();
  }
}

function broken(): AppError {
  return new AppError("invalid", "The backup is damaged or cut off. Nothing was restored.");
}
