import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { users, workspace } from "#drizzle/schema/schema";
import { emptyEmbeddedDatabase, emptyServerDatabase, onPostgres } from "#e2e/support/empty-database";
import { migrateEmbedded } from "#lib/db/migrate";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";

const FOLDER = "drizzle/migrations";
const { entries } = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, "utf8")) as {
  entries: unknown[];
};

async function expectMigrated(store: Store): Promise<void> {
  const applied = await store.raw.execute(sql`select hash from drizzle.__drizzle_migrations`);
  expect(applied.rows).toHaveLength(entries.length);
  await store.raw
    .insert(workspace)
    .values({ id: 1, name: "Larkfield Software", timeZone: "America/Toronto" });
  expect(await store.raw.select().from(users)).toEqual([]);
}

describe("the migrations", { timeout: 60_000 }, () => {
  it.runIf(!onPostgres)("run on an empty embedded database, and not again at the next start", async () => {
    const store = await emptyEmbeddedDatabase();
    onTestFinished(() => store.close());
    await migrateEmbedded(store.raw, FOLDER);
    await migrateEmbedded(store.raw, FOLDER);
    await expectMigrated(store);
  });

  it.runIf(onPostgres)(
    "run once where several processes start at the same moment on PostgreSQL",
    async () => {
      const url = await emptyServerDatabase();
      const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url, FOLDER)));
      for (const store of stores) onTestFinished(() => store.close());
      await expectMigrated(stores[0] as Store);
    },
  );
});
