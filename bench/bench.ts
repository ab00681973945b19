import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureChanges } from "#bench/changes";
import { ratio, report, round } from "#bench/measure";
import { measurePages } from "#bench/pages";
import { seedMeetings } from "#bench/seed";
import { insertCast } from "#e2e/support/cast";
import { createDatabase, findPostgres, startCluster } from "#e2e/support/cluster";
import { openPglite } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";

const HELP = `npm run bench -- [--sizes 1000,100000]

Measures what pages and changes cost against bare SQL in the same run, at several numbers of meetings, as lines of JSON.
On the embedded database, and where its programs are found on a PostgreSQL that it starts itself.`;

const { values } = parseArgs({
  options: { help: { type: "boolean" }, sizes: { type: "string", default: "1000,100000" } },
});
if (values.help) console.log(HELP);
else await run(values.sizes.split(",").map(Number));

async function run(sizes: number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  await measureOn(await openPglite(folder, "drizzle/migrations"), sizes);
  rmSync(folder, { recursive: true });
  if (!findPostgres()) return;
  const cluster = await startCluster();
  try {
    await createDatabase(cluster, "bench");
    await measureOn(await openPostgres(cluster.url("bench"), "drizzle/migrations"), sizes);
  } finally {
    await cluster.stop();
  }
}

async function measureOn(store: Store, sizes: number[]): Promise<void> {
  try {
    await insertCast(store, new Date("2026-08-01T12:00:00Z"));
    await measureSizes(store, sizes);
  } finally {
    await store.close();
  }
}

async function measureSizes(store: Store, sizes: number[]): Promise<void> {
  const database = store.driver.kind;
  const smallest = new Map<string, number>();
  let seeded = 0;
  for (const meetings of sizes) {
    await seedMeetings(store, seeded, meetings);
    seeded = meetings;
    const { floor, ...pages } = await measurePages(store);
    report({ bench: "floor: 50 rows", database, meetings, ...floor });
    for (const [page, timing] of Object.entries(pages)) {
      smallest.set(page, smallest.get(page) ?? timing.p95_ms);
      const growth = round(timing.p95_ms / smallest.get(page)!);
      report({
        bench: page,
        database,
        meetings,
        ...timing,
        x_floor: ratio(timing, floor!),
        x_smallest: growth,
      });
    }
    for (const [change, { ours, bare }] of Object.entries(await measureChanges(store)))
      report({
        bench: change,
        database,
        meetings,
        ...ours,
        bare_p95_ms: bare.p95_ms,
        x_bare: ratio(ours, bare),
      });
  }
}
