import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { users, workspace } from "#drizzle/schema/schema";
import { ctxFor, insertCast } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { emptyEmbeddedDatabase, emptyServerDatabase, onPostgres } from "#e2e/support/empty-database";
import { startProcess } from "#e2e/support/processes";
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

/** What a version to come may do to a database: migrations only add. */
async function upgrade(store: Store): Promise<void> {
  await store.raw.execute(sql`alter table sources add column later text`);
  await store.raw.execute(sql`create table later (id text primary key)`);
  await store.raw.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.parse("2100-01-01")})`,
  );
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

  const SENTENCE =
    /^A newer version of Countersign has changed this database: it has a migration of 2100-01-01 that this version doesn’t know\. Start the newer version, or restore a backup/;

  it.runIf(!onPostgres)("of a newer version keep an older one from starting on a directory", async () => {
    const store = await emptyEmbeddedDatabase();
    onTestFinished(() => store.close());
    await migrateEmbedded(store.raw, FOLDER);
    await upgrade(store);
    await expect(migrateEmbedded(store.raw, FOLDER)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(SENTENCE),
    });
  });

  it.runIf(onPostgres)(
    "of a newer version let an older process go on, and keep it from starting",
    async () => {
      const url = await emptyServerDatabase();
      const running = await openPostgres(url, FOLDER);
      onTestFinished(() => running.close());
      await insertCast(running, new Date());
      await upgrade(running);
      await storeNotes({ as: (key) => ctxFor(running, key) });
      const starting = startProcess("lib/cli/worker.ts", { DATABASE_URL: url });
      await starting.says("A newer version of Countersign has changed this database");
      await expect(openPostgres(url, FOLDER)).rejects.toThrow(SENTENCE);
    },
  );
});
