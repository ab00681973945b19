import { seedCompany } from "#bench/company/seed-company";
import { LAST_DAY } from "#bench/company/sql";
import { slowestStatement } from "#bench/company/statements";
import { measure, ratio, report, round } from "#bench/measure";
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

/** Today with one year of a company of two hundred people, and with several, each in a database of its own. */
export async function measureToday(cluster: Cluster, years: number[]): Promise<void> {
  const youngest = new Map<string, number>();
  for (const age of years) {
    await createDatabase(cluster, `today_${age}`);
    const store = await openPostgres(cluster.url(`today_${age}`), "drizzle/migrations");
    try {
      await insertCast(store, new Date("2026-08-01T12:00:00Z"));
      await seedCompany(store, age);
      for (const [part, asked] of Object.entries(wholePage()))
        await measurePart(store, { part, age, asked, youngest });
    } finally {
      await store.close();
    }
  }
}

type Part = (typeof PARTS)[string];

/** Each part by itself, and what a leader’s page asks for at once. */
function wholePage(): Record<string, Part> {
  const leaders = Object.values(PARTS).filter(({ who }) => who === "ada");
  const all: Part = { who: "ada", read: (ctx) => Promise.all(leaders.map(({ read }) => read(ctx))) };
  return { ...PARTS, "Today: a leader’s whole page": all };
}

async function measurePart(
  store: Store,
  { part, age, asked, youngest }: { part: string; age: number; asked: Part; youngest: Map<string, number> },
): Promise<void> {
  const ctx = ctxFor(store, asked.who, { now: () => NOW });
  const timing = await measure(TIMES, () => asked.read(ctx));
  const { slowest, statements, text } = await slowestStatement(store, SECTION_TIMES, () => asked.read(ctx));
  youngest.set(part, youngest.get(part) ?? timing.p50_ms);
  report({
    bench: part,
    database: "postgres",
    years: age,
    ...timing,
    statements,
    slowest_p50_ms: slowest.p50_ms,
    slowest_p95_ms: slowest.p95_ms,
    x_slowest: ratio(timing, slowest),
    x_youngest: round(timing.p50_ms / youngest.get(part)!),
    slowest: text.replace(/\s+/g, " ").slice(0, 160),
  });
}
