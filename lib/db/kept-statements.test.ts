import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, type PoolClient } from "pg";
import { expect, it } from "vitest";
import { users } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import { keepingStatements } from "#lib/db/kept-statements";

it.runIf(onPostgres)("keeps a statement with parameters once, and asks it with others", async () => {
  const { store } = await setStage();
  if (store.driver.kind !== "postgres") throw new Error("The test runs on PostgreSQL.");
  const client = new Client(store.driver.url);
  await client.connect();
  try {
    keepingStatements()(client as unknown as PoolClient);
    const db = drizzle(client);
    const nameOf = (id: string) => db.select({ name: users.name }).from(users).where(eq(users.id, id));
    const rows = [await nameOf("usr_ada"), await nameOf("usr_bo"), await nameOf("usr_nobody")];
    expect(rows.map(([row]) => row?.name)).toEqual(["Ada Lindqvist", "Bo Tran", undefined]);
    const kept = await db.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    expect(kept.rows.map(({ statement }) => statement)).toEqual([
      'select "name" from "users" where "users"."id" = $1',
    ]);
  } finally {
    await client.end();
  }
});
