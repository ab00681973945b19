import { sql } from "drizzle-orm";
import { measure, type Timing } from "#bench/measure";
import { ctxFor } from "#e2e/support/cast";
import { listActions } from "#lib/actions/queries";
import type { Store } from "#lib/db/store";
import { listDecisions } from "#lib/decisions/queries";
import { listDocuments } from "#lib/documents/queries";
import { MOST_IN_BATCH } from "#lib/drafts/batch";
import { listBatch } from "#lib/drafts/batch-queries";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { listHolds } from "#lib/drafts/hold-queries";
import { countQueue, listQueue } from "#lib/drafts/queue-queries";
import { getUnreadStreak } from "#lib/drafts/review-figures";
import { QUEUE_SHOWS } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
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
  const desk = await deskOf(ctx);
  const pages: Record<string, () => Promise<unknown>> = {
    floor: () =>
      store.raw.execute(
        sql`select id, title from drafts where state = 'pending' order by created_at, id limit 50`,
      ),
    "shell: counts": () => countForFrame(ctx),
    ...desk,
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

/** What the desk asks for, in each part of the queue and narrowed down. */
async function deskOf(ctx: UserCtx): Promise<Record<string, () => Promise<unknown>>> {
  const { rows, next } = await listQueue(ctx);
  const first = rows[0];
  if (!first || !next) throw new Error("Too few drafts wait for a second page.");
  const batch = rows.slice(0, MOST_IN_BATCH).map(({ id }) => id);
  const parts = QUEUE_SHOWS.map((show) => [`reviews: ${show}`, () => listQueue(ctx, { show })] as const);
  return {
    ...Object.fromEntries(parts),
    "reviews: second page": () => listQueue(ctx, { cursor: next }),
    "reviews: of a workflow": () => listQueue(ctx, { workflow: "meeting-notes" }),
    "reviews: brought by somebody": () => listQueue(ctx, { by: "usr_dana" }),
    "reviews: counts": () => countQueue(ctx),
    "reviews: holds": () => listHolds(ctx),
    "reviews: unread streak": () => getUnreadStreak(ctx),
    "reviews: draft": () => getDeskDraft(ctx, first.id),
    "reviews: batch of twenty": () => listBatch(ctx, batch),
  };
}
