import { count, eq, gte, inArray, min, sql } from "drizzle-orm";
import { deliveries, drafts, mails, modelCalls, runs, unsealedEvents } from "#drizzle/schema/schema";
import { countEach } from "#lib/db/count";
import { type Database, reader, type Store } from "#lib/db/store";
import { metrics } from "#lib/telemetry/metrics";

const WAITING_RUNS = ["queued", "writing", "checking", "held"] as const;
const WAITING_DELIVERIES = ["scheduled", "sending", "failed", "unknown", "returned"] as const;
const UNSENT_MAILS = ["scheduled", "sending", "failed", "unknown"] as const;
const DAY_MS = 24 * 3600_000;

/** Sets the figures of what is stored, read from indexes: these are few rows however old the company is. */
export async function measureStored(store: Store, now: Date): Promise<void> {
  const db = reader(store);
  const figures = metrics();
  await measureStates(db, runs, WAITING_RUNS, figures.runs);
  await measureStates(db, deliveries, WAITING_DELIVERIES, figures.deliveries);
  await measureStates(db, mails, UNSENT_MAILS, figures.mails);
  const [due] = await db
    .select({ at: min(runs.dueAt) })
    .from(runs)
    .where(eq(runs.state, "queued"));
  figures.oldestDue.set(due?.at ? Math.max(0, (now.getTime() - due.at.getTime()) / 1000) : 0);
  const { pending, unsealed } = await countEach(
    { store },
    {
      pending: { table: drafts, where: eq(drafts.state, "pending"), most: 1000 },
      unsealed: { table: unsealedEvents, where: undefined, most: 10_000 },
    },
  );
  figures.drafts.set(pending);
  figures.unsealed.set(unsealed);
  await measureCalls(db, now);
}

type WithState = typeof runs | typeof deliveries | typeof mails;
type StateGauge = { set: (labels: { state: string }, value: number) => void };

async function measureStates(db: Database, table: WithState, states: readonly string[], gauge: StateGauge) {
  const counted = await db
    .select({ state: table.state, count: count() })
    .from(table)
    .where(inArray(table.state, states as never))
    .groupBy(table.state);
  for (const state of states) gauge.set({ state }, counted.find((row) => row.state === state)?.count ?? 0);
}

/** By the day of their runs, since calls themselves have no index by time. */
async function measureCalls(db: Database, now: Date): Promise<void> {
  const { calls, callCost, callsUnpriced } = metrics();
  const unpriced = sql`${modelCalls.costMicros} is null and ${modelCalls.outcome} <> 'pending'`;
  const counted = await db
    .select({
      outcome: modelCalls.outcome,
      count: count(),
      micros: sql<number>`coalesce(sum(${modelCalls.costMicros}), 0)`.mapWith(Number),
      unpriced: sql<number>`count(*) filter (where ${unpriced})`.mapWith(Number),
    })
    .from(runs)
    .innerJoin(modelCalls, eq(modelCalls.runId, runs.id))
    .where(gte(runs.createdAt, new Date(now.getTime() - DAY_MS)))
    .groupBy(modelCalls.outcome);
  // An outcome of yesterday must not stay.
  calls.reset();
  for (const { outcome, count } of counted) calls.set({ outcome }, count);
  callCost.set(counted.reduce((sum, { micros }) => sum + micros, 0) / 1e6);
  callsUnpriced.set(counted.reduce((sum, row) => sum + row.unpriced, 0));
}
