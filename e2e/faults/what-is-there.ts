import { asc, count, eq } from "drizzle-orm";
import {
  actions,
  decisions,
  deliveries,
  documents,
  drafts,
  events,
  modelCalls,
  questions,
  revisions,
  runs,
  sources,
  sourceVersions,
} from "#drizzle/schema/schema";
import type { Store } from "#lib/db/store";
import { verifyLog } from "#lib/events/verify-log";

/** All that a company with one meeting has, as far as something could be lost of it or made twice. */
export async function whatIsThere(store: Store) {
  const db = store.raw;
  const kinds = await db.select({ kind: events.kind, times: count() }).from(events).groupBy(events.kind);
  const calls = await db.select().from(modelCalls).orderBy(asc(modelCalls.startedAt));
  const { waiting, broken } = await verifyLog(store);
  return {
    log: { waiting, broken },
    sources: await db.$count(sources),
    versions: await db.$count(sourceVersions),
    runs: (await db.select({ state: runs.state }).from(runs)).map(({ state }) => state),
    // Each draft is one run's, and each run that is done has its own.
    drafts: await db
      .select({ state: drafts.state, revision: drafts.currentRevision })
      .from(drafts)
      .innerJoin(runs, eq(runs.draftId, drafts.id)),
    draftsOfNoRun: (await db.$count(drafts)) - (await db.$count(runs, eq(runs.state, "done"))),
    revisions: await db.$count(revisions),
    records: await Promise.all([actions, decisions, questions, documents].map((table) => db.$count(table))),
    deliveries: (await db.select({ state: deliveries.state }).from(deliveries)).map(({ state }) => state),
    calls: calls.map(({ outcome }) => outcome),
    // A bill that nobody sees: a call whose end is not known and whose cost is not said to be unknown.
    unseen: calls.filter(
      ({ outcome, costMicros, priceNote }) => outcome === "lost" && (costMicros !== null || !priceNote),
    ),
    times: Object.fromEntries(kinds.map(({ kind, times }) => [kind, times])) as Record<string, number>,
  };
}
