import { sql } from "drizzle-orm";
import { measure, ratio, report } from "#bench/measure";
import { seedText, wordOf } from "#bench/seed-text";
import { ctxFor, insertCast } from "#e2e/support/cast";
import { type Cluster, createDatabase } from "#e2e/support/cluster";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";
import { findEverywhere } from "#lib/search/queries";
import { findElsewhere } from "#lib/series/elsewhere";

const TIMES = 100;
/** Actions for each document, as meetings leave them behind. */
const ACTIONS_EACH = 20;

/** What is looked for, as words by how often they are there; each time another. */
const MIX: Record<string, (n: number, documents: number) => string> = {
  "rare word": (n, documents) => `meeting${1 + ((n * 31) % documents)}`,
  "uncommon word": (n) => `"${wordOf(9_000 + n * 17)}"`,
  "common word": (n) => `"${wordOf(n % 4)}"`,
  "two words": (n) => `"${wordOf(40 + n)}" "${wordOf(300 + n)}"`,
  "two common words": (n) => `"${wordOf(n % 3)}" "${wordOf(3 + (n % 3))}"`,
  prefix: (n) => wordOf(5_000 + n * 101).slice(0, 3),
  "nothing found": (n) => `nowhere${n}`,
};

/** How long a search takes with so many actions, and a twentieth as many documents, on PostgreSQL. */
export async function measureSearch(cluster: Cluster, sizes: number[]): Promise<void> {
  await createDatabase(cluster, "search");
  const store = await openPostgres(cluster.url("search"), "drizzle/migrations");
  try {
    await insertCast(store, new Date("2026-08-01T12:00:00Z"));
    let seeded = 0;
    for (const actions of sizes) {
      const documents = Math.ceil(actions / ACTIONS_EACH);
      const begin = performance.now();
      await seedText(store, { from: seeded, documents, actionsEach: ACTIONS_EACH });
      seeded = documents;
      const seconds = Math.round((performance.now() - begin) / 1000);
      report({ bench: "search: seeded", actions, documents, seconds, index_mb: await megabytes(store) });
      await measureMix(store, actions, documents);
      await measureElsewhere(store, actions);
    }
  } finally {
    await store.close();
  }
}

async function measureMix(store: Store, actions: number, documents: number): Promise<void> {
  const floor = await measure(TIMES, () =>
    store.raw.execute(sql`select id, text from actions order by id limit 50`),
  );
  report({ bench: "floor: 50 rows", database: "postgres", actions, ...floor });
  // A member who sees some of it, and a viewer, who sees less than half.
  for (const who of ["bo", "hugo"] as const) {
    const ctx = ctxFor(store, who);
    for (const [what, wordsOf] of Object.entries(MIX)) {
      let found = 0;
      const timing = await measure(TIMES, async (n) => {
        const groups = await findEverywhere(ctx, { words: wordsOf(n, documents) });
        found += groups.reduce((sum, group) => sum + group.found.length, 0);
      });
      const mean = Math.round((found / timing.times) * 10) / 10;
      report({
        bench: `search: ${what}`,
        who,
        actions,
        found: mean,
        ...timing,
        x_floor: ratio(timing, floor),
      });
    }
  }
}

/** Ten actions of a new meeting, each the beginning of one that there is: which of them other meetings agreed already. */
async function measureElsewhere(store: Store, actions: number): Promise<void> {
  const { rows } = await store.raw.execute<{ text: string; source: string }>(sql`
    select actions.text, behind.source_id as source from actions
    join draft_sources behind on behind.draft_id = actions.draft_id order by md5(actions.id) limit 400`);
  let found = 0;
  const timing = await measure(TIMES, async (n) => {
    const ten = Array.from({ length: 10 }, (_, i) => rows[(n * 10 + i) % rows.length]!);
    const texts = ten.map(({ text }) => text.split(" ").slice(0, 9).join(" "));
    found += (await findElsewhere(store, ten[0]!.source, texts, [])).length;
  });
  const mean = Math.round((found / timing.times) * 10) / 10;
  report({ bench: "said elsewhere: ten actions", actions, found: mean, ...timing });
}

async function megabytes({ raw }: Store): Promise<number> {
  const { rows } = await raw.execute<{ mb: string }>(
    sql`select pg_total_relation_size('search_entries') / 1048576 as mb`,
  );
  return Number(rows[0]?.mb);
}
