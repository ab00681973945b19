import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureChanges } from "#bench/changes";
import { measureToday } from "#bench/company/measure-today";
import { measureImports } from "#bench/imports/measure-imports";
import { measureLeads } from "#bench/leads/measure-leads";
import { measureMails } from "#bench/mails";
import { ratio, report, round } from "#bench/measure";
import { measurePages } from "#bench/pages";
import { measureParsers } from "#bench/parsers";
import { measureSearch } from "#bench/search";
import { seedMeetings } from "#bench/seed";
import { measureFollowUps } from "#bench/web/measure-follow-ups";
import { measureStreams } from "#bench/web/measure-streams";
import { measureWeb } from "#bench/web/measure-web";
import { insertCast } from "#e2e/support/cast";
import { createDatabase, findPostgres, startCluster } from "#e2e/support/cluster";
import { CLUSTER, prepareCompany } from "#e2e/support/company";
import { openPglite } from "#lib/db/open-pglite";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";

const HELP = `npm run bench -- [--parts parsers,database,leads,import,mails,search,today,web,follow-ups,streams]
  [--sizes 1000,100000] [--years 1,5]

Lines of JSON; bench/README.md says how long each part takes. parsers: megabytes a second and memory at most of reading
files of each kind. database: what pages and changes cost beside bare SQL in the same run, at several numbers of
meetings, on the embedded database and on PostgreSQL. leads: the same of the pages of leads, at several numbers of leads.
import: rows a second and memory at most of importing 200,000 leads, on each database. mails: approved mails a second
through the outbox, beside bare nodemailer. search: looking for words in so many actions and a twentieth as
many documents. today: what
Today asks of PostgreSQL with so many years of a company of 200 people. web: what a browser waits for, beside an empty page of the same build and other products; keys that lead
to the next draft, and scrolling. follow-ups: the same keys on mails. streams: what 50 people wait for while 500 look on.
The last five want PostgreSQL's programs, and the last three build the pages once.`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean" },
    parts: {
      type: "string",
      default: "parsers,database,leads,import,mails,search,today,web,follow-ups,streams",
    },
    sizes: { type: "string", default: "1000,100000" },
    years: { type: "string", default: "1,5" },
  },
});
if (values.help) console.log(HELP);
else await run(values.parts.split(","), numbersIn(values.sizes), numbersIn(values.years));

async function run(parts: string[], sizes: number[], years: number[]): Promise<void> {
  if (parts.includes("parsers")) measureParsers();
  if (parts.includes("database")) await measureEmbedded(sizes, measureSizes);
  if (parts.includes("leads")) await measureEmbedded(sizes, measureLeads);
  if (parts.includes("mails")) await measureEmbedded(sizes, measureMails);
  if (parts.every((part) => part === "parsers") || !findPostgres()) return;
  const cluster = await startCluster();
  try {
    if (parts.includes("database")) {
      await createDatabase(cluster, "bench");
      await measureOn(await openPostgres(cluster.url("bench"), "drizzle/migrations"), sizes, measureSizes);
    }
    if (parts.includes("leads")) {
      await createDatabase(cluster, "leads");
      await measureOn(await openPostgres(cluster.url("leads"), "drizzle/migrations"), sizes, measureLeads);
    }
    if (parts.includes("mails")) {
      await createDatabase(cluster, "mails");
      await measureOn(await openPostgres(cluster.url("mails"), "drizzle/migrations"), sizes, measureMails);
    }
    if (parts.includes("import")) await measureImports(cluster);
    if (parts.includes("search")) await measureSearch(cluster, sizes);
    if (parts.includes("today")) await measureToday(cluster, years);
    if (!["web", "follow-ups", "streams"].some((part) => parts.includes(part))) return;
    process.env[CLUSTER] = cluster.url("{}");
    await prepareCompany();
    if (parts.includes("web")) await measureWeb(sizes);
    if (parts.includes("follow-ups")) await measureFollowUps();
    if (parts.includes("streams")) await measureStreams();
  } finally {
    await cluster.stop();
  }
}

function numbersIn(words: string): number[] {
  return words.split(",").map(Number);
}

type MeasureSizes = (store: Store, sizes: number[]) => Promise<void>;

// A million of anything is more than the embedded database is for.
async function measureEmbedded(sizes: number[], work: MeasureSizes): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  await measureOn(
    await openPglite(folder, "drizzle/migrations"),
    sizes.filter((size) => size <= 100_000),
    work,
  );
  rmSync(folder, { recursive: true });
}

async function measureOn(store: Store, sizes: number[], work: MeasureSizes): Promise<void> {
  try {
    await insertCast(store, new Date("2026-08-01T12:00:00Z"));
    await work(store, sizes);
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
      // Of medians: what else the machine does shows in the slowest few, and says nothing of how a page grows.
      smallest.set(page, smallest.get(page) ?? timing.p50_ms);
      const growth = round(timing.p50_ms / smallest.get(page)!);
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
