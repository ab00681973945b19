import { seedCompany } from "#bench/company/seed-company";
import { LAST_DAY } from "#bench/company/sql";
import { slowestStatement } from "#bench/company/statements";
import { ratio, report, round, timingOf } from "#bench/measure";
import { type CastKey, ctxFor, insertCast } from "#e2e/support/cast";
import { type Cluster, createDatabase } from "#e2e/support/cluster";
import { getDeskSide } from "#lib/attention/desk";
import { getAttention } from "#lib/attention/queries";
import { openPostgres } from "#lib/db/open-postgres";
import type { Store } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { getAdoption } from "#lib/figures/people-queries";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { getSpend } from "#lib/figures/spend-queries";
import { countForFrame } from "#lib/today/frame-counts";
import { getToday } from "#lib/today/queries";

const TIMES = 60;
const WARM_UP = 12;
const SECTION_TIMES = 40;
const NOW = new Date(`${LAST_DAY}T14:00:00Z`);
const CALENDAR = { timeZone: "America/Toronto", today: LAST_DAY };

/** What the parts of Today ask of PostgreSQL, by who looks: a leader sees the company, a member what is theirs. */
const PARTS: Record<string, { who: CastKey; read: (ctx: UserCtx) => Promise<unknown> }> = {
  "Today: what needs attention": { who: "ada", read: (ctx) => getAttention(ctx, LAST_DAY) },
  "Today: queue and deliveries": { who: "ada", read: (ctx) => getDeskSide(ctx, CALENDAR) },
  "Today: hours and rates": { who: "ada", read: (ctx) => getReviewing(ctx, {}, CALENDAR) },
  "Today: spend": { who: "ada", read: (ctx) => getSpend(ctx, {}, CALENDAR) },
  "Today: adoption": { who: "ada", read: (ctx) => getAdoption(ctx, {}, CALENDAR) },
  "Today: actions and stand-ups": { who: "ada", read: (ctx) => getRecordFigures(ctx, {}, CALENDAR) },
  "Today: one’s own": { who: "bo", read: (ctx) => getToday(ctx, LAST_DAY) },
  "shell: counts": { who: "ada", read: countForFrame },
};

/**
 * Today with one year of a company of two hundred people, and with several, each in a database of its own. They are asked
 * in turns: what else the machine does meanwhile takes from both alike.
 */
export async function measureToday(cluster: Cluster, years: number[]): Promise<void> {
  const companies: Company[] = [];
  try {
    for (const age of years) companies.push(await openCompany(cluster, age));
    for (const [part, asked] of Object.entries(wholePage())) await measurePart(companies, part, asked);
  } finally {
    for (const { store } of companies) await store.close();
  }
}

type Company = { age: number; store: Store };

async function openCompany(cluster: Cluster, age: number): Promise<Company> {
  await createDatabase(cluster, `today_${age}`);
  const store = await openPostgres(cluster.url(`today_${age}`), "drizzle/migrations");
  await insertCast(store, new Date("2026-08-01T12:00:00Z"));
  await seedCompany(store, age);
  return { age, store };
}

type Part = (typeof PARTS)[string];

/** Each part by itself, and what a leader’s page asks for at once. */
function wholePage(): Record<string, Part> {
  const leaders = Object.values(PARTS).filter(({ who }) => who === "ada");
  const all: Part = { who: "ada", read: (ctx) => Promise.all(leaders.map(({ read }) => read(ctx))) };
  return { ...PARTS, "Today: a leader’s whole page": all };
}

async function measurePart(companies: Company[], part: string, { who, read }: Part): Promise<void> {
  const asking = companies.map(({ store }) => ctxFor(store, who, { now: () => NOW }));
  const took: number[][] = companies.map(() => []);
  for (let n = -WARM_UP; n < TIMES; n++)
    for (const [at, ctx] of asking.entries()) {
      const begin = performance.now();
      await read(ctx);
      if (n >= 0) took[at]?.push(performance.now() - begin);
    }
  const timings = took.map(timingOf);
  for (const [at, { age, store }] of companies.entries()) {
    const timing = timings[at]!;
    const { slowest, statements, text } = await slowestStatement(store, SECTION_TIMES, () =>
      read(asking[at]!),
    );
    report({
      bench: part,
      database: "postgres",
      years: age,
      ...timing,
      statements,
      slowest_p50_ms: slowest.p50_ms,
      slowest_p95_ms: slowest.p95_ms,
      x_slowest: ratio(timing, slowest),
      x_youngest: round(timing.p50_ms / timings[0]!.p50_ms),
      slowest: text.replace(/\s+/g, " ").slice(0, 160),
    });
  }
}
