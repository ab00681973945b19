import { sql } from "drizzle-orm";
import { seedLeads } from "#bench/leads/seed-leads";
import { measure, ratio, report, round, type Timing } from "#bench/measure";
import { ctxFor } from "#e2e/support/cast";
import type { Store } from "#lib/db/store";
import { countQueue, listQueue } from "#lib/drafts/queue-queries";
import { getBoard } from "#lib/leads/board";
import { findMentions } from "#lib/leads/mentions";
import { getLead, listLeads } from "#lib/leads/queries";
import { listTimeline } from "#lib/leads/timeline-queries";

const TIMES = 40;
const NOW = new Date("2026-11-20T12:00:00Z");
const SOMEBODY = "led_l000000020";

/** What the pages of leads, and the queue of follow-ups, ask of the database at several numbers of leads, for a member. */
export async function measureLeads(store: Store, sizes: number[]): Promise<void> {
  const database = store.driver.kind;
  const smallest = new Map<string, number>();
  let seeded = 0;
  for (const leads of sizes) {
    await seedLeads(store, seeded, leads);
    seeded = leads;
    const { floor, ...pages } = await measurePages(store);
    report({ bench: "floor: 31 leads", database, leads, ...floor });
    for (const [page, timing] of Object.entries(pages)) {
      smallest.set(page, smallest.get(page) ?? timing.p50_ms);
      const growth = round(timing.p50_ms / smallest.get(page)!);
      report({ bench: page, database, leads, ...timing, x_floor: ratio(timing, floor!), x_smallest: growth });
    }
  }
}

async function measurePages(store: Store): Promise<Record<string, Timing>> {
  const ctx = ctxFor(store, "bo", { now: () => NOW });
  const { next } = await listLeads(ctx, {});
  const lead = await getLead(ctx, SOMEBODY);
  const pages: Record<string, () => Promise<unknown>> = {
    floor: () =>
      store.raw.execute(sql`select id, name from leads order by last_activity_at desc, id desc limit 31`),
    "leads: all": () => listLeads(ctx, {}),
    "leads: second page": () => listLeads(ctx, { cursor: next ?? undefined }),
    "leads: open": () => listLeads(ctx, { stage: "open" }),
    "leads: of a stage": () => listLeads(ctx, { stage: "connected" }),
    "leads: one's own": () => listLeads(ctx, { ownerId: ctx.actor.id }),
    "leads: one's own of a stage": () => listLeads(ctx, { ownerId: ctx.actor.id, stage: "proposal" }),
    "leads: quiet for a while": () => listLeads(ctx, { quietSince: "2026-11-19", stage: "open" }),
    "leads: may be written to": () => listLeads(ctx, { consent: "valid" }),
    "leads: consent ends soon": () => listLeads(ctx, { consent: "expiring" }),
    "leads: consent expired": () => listLeads(ctx, { consent: "expired" }),
    "leads: no consent": () => listLeads(ctx, { consent: "none" }),
    "leads: suppressed": () => listLeads(ctx, { consent: "suppressed" }),
    "leads: of an import": () => listLeads(ctx, { importId: "imp_l0" }),
    board: () => getBoard(ctx, {}),
    "board: one's own": () => getBoard(ctx, { ownerId: ctx.actor.id }),
    "lead: facts": () => getLead(ctx, SOMEBODY),
    "lead: timeline": () => listTimeline(ctx, { leadId: SOMEBODY }),
    "lead: mentions": () => findMentions(ctx, lead),
    "reviews: queue": () => listQueue(ctx, {}),
    "reviews: counts": () => countQueue(ctx),
  };
  const timings: Record<string, Timing> = {};
  for (const [name, work] of Object.entries(pages)) timings[name] = await measure(TIMES, work);
  return timings;
}
