import { sql } from "drizzle-orm";
import type { Tx } from "#lib/db/store";

/** The tables of Countersign, each after those that it refers to. The queue's are not among them: sweeps fill it anew. */
export async function listTables(tx: Tx): Promise<string[]> {
  const tables = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const references = await tx.execute<{ child: string; parent: string }>(
    sql`select child.relname as child, parent.relname as parent from pg_constraint
      join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
      where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const parents = Map.groupBy(references.rows, ({ child }) => child);
  const ordered = new Set<string>();
  const visit = (name: string) => {
    if (ordered.has(name)) return;
    for (const { parent } of parents.get(name) ?? []) visit(parent);
    ordered.add(name);
  };
  for (const { name } of tables.rows) visit(name);
  return [...ordered];
}

/** The migrations that a database has been through, the first first. */
export async function listMigrations(tx: Tx): Promise<string[]> {
  const applied = await tx.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
  );
  return applied.rows.map(({ hash }) => hash);
}
