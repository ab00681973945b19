import { sql } from "drizzle-orm";
import { measure, type Timing } from "#bench/measure";
import { ctxFor } from "#e2e/support/cast";
import { listActions } from "#lib/actions/queries";
import type { Store } from "#lib/db/store";
import { listDecisions } from "#lib/decisions/queries";
import { listDocuments } from "#lib/documents/queries";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { listQueue } from "#lib/drafts/queue-queries";
import { listEvents } from "#lib/log/queries";
import { listQuestions } from "#lib/questions/queries";
import { listRuns } from "#lib/runs/queries";
import { countForFrame } from "#lib/today/frame-counts";
import { getToday } from "#lib/today/queries";

const TIMES = 60;
const TODAY = "2026-11-20";
const NOW = new Date(`${TODAY}T12:00:00Z`);

/** What the server asks of the database for each page, for somebody who sees part of it. */
export async function measurePages(store: Store): Promise<Record<string, Timing>> {
  const ctx = ctxFor(store, "bo", { now: () => NOW });
  const first = (await listQueue(ctx)).rows[0];
  if (!first) throw new Error("Nobody is waiting for anything.");
  const pages: Record<string, () => Promise<unknown>> = {
    floor: () =>
      store.raw.execute(
        sql`select id, title from drafts where state = 'pending' order by created_at, id limit 50`,
      ),
    "shell: counts": () => countForFrame(ctx),
    "reviews: queue": () => listQueue(ctx),
    "reviews: draft": () => getDeskDraft(ctx, first.id),
    today: () => getToday(ctx, TODAY),
    actions: () => listActions(ctx, {}),
    "actions: mine": () => listActions(ctx, { ownerId: ctx.actor.id }),
    decisions: () => listDecisions(ctx),
    questions: () => listQuestions(ctx, {}),
    documents: () => listDocuments(ctx),
    runs: () => listRuns(ctx, {}),
    log: () => listEvents(ctx, {}),
    "log: of somebody": () => listEvents(ctx, { personId: "usr_dana" }),
    "log: people": () => listEvents(ctx, { group: "people" }),
  };
  const timings: Record<string, Timing> = {};
  for (const [name, work] of Object.entries(pages)) timings[name] = await measure(TIMES, work);
  return timings;
}
