import { sql } from "drizzle-orm";
import type { Store } from "#lib/db/store";

/** Carries out statements that write rows by the hundred thousand, and leaves the server with nothing to clean up. */
export async function fill(store: Store, statements: string[]): Promise<void> {
  await store.raw.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    // Neither references nor the index of words are kept row by row: a million would take an hour.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(sql.raw(statement));
  });
  // Or the server cleans up beside what is measured.
  await store.raw.execute(sql`set statement_timeout = 0`);
  await store.raw.execute(sql`vacuum analyze`);
  await store.raw.execute(sql`checkpoint`);
}
