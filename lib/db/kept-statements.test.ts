import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { onPostgres } from "#e2e/support/empty-database";
import { inTransaction } from "#lib/db/store";

it.runIf(onPostgres)("keeps a statement with parameters once, and asks it with others", async () => {
  const { store } = await setStage();
  const { names, kept } = await inTransaction(store, async (tx) => {
    const nameOf = (id: string) => tx.select({ name: users.name }).from(users).where(eq(users.id, id));
    const rows = [await nameOf("usr_ada"), await nameOf("usr_bo"), await nameOf("usr_nobody")];
    const all = await tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    return { names: rows.map(([row]) => row?.name), kept: all.rows.map((row) => row.statement) };
  });
  expect(names).toEqual(["Ada Lindqvist", "Bo Tran", undefined]);
  expect(kept.filter((text) => text.startsWith('select "name" from "users"'))).toHaveLength(1);
  expect(kept.filter((text) => !text.includes("$1"))).toEqual([]);
});
