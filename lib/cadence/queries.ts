import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { CadenceState, CadenceStop, FollowUpWhy } from "#drizzle/schema/cadences";
import { cadences, drafts, followUpDues, leads, runs } from "#drizzle/schema/schema";
import { canFollowUp } from "#lib/cadence/policy";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { readOutreachOf } from "#lib/outreach/queries";
import { STATES_OF } from "#lib/runs/schema";

/** What is to be written to a lead, as their page shows it. Days are YYYY-MM-DD by the owner's calendar. */
export type LeadFollowUps = {
  cadence: {
    state: CadenceState;
    stop: CadenceStop | null;
    days: number[];
    /** How many of them had their draft. */
    step: number;
    version: number;
  } | null;
  /** What comes next, soonest first. `reason` says why it waits longer than its day. */
  next: { why: FollowUpWhy; on: string; reason: string | null }[];
  /** The draft that waits for a decision, and the run that writes one. */
  draftId: string | null;
  runId: string | null;
  /** The days that a new cadence has unless others are named. */
  defaultDays: number[];
  mayFollowUp: boolean;
};

/** What is to be written to a lead; `not_found` where there is none. */
export async function getLeadFollowUps(ctx: UserCtx, leadId: string): Promise<LeadFollowUps> {
  const db = reader(ctx.store);
  const [[lead], [cadence], next, [draft], [run], { cadenceDays }] = await Promise.all([
    db.select({ ownerId: leads.ownerId, deletedAt: leads.deletedAt }).from(leads).where(eq(leads.id, leadId)),
    db.select().from(cadences).where(eq(cadences.leadId, leadId)),
    listNext(db, leadId),
    db
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.leadId, leadId), eq(drafts.state, "pending")))
      .limit(1),
    db
      .select({ id: runs.id })
      .from(runs)
      .where(and(eq(runs.leadId, leadId), inArray(runs.state, STATES_OF.going)))
      .orderBy(desc(runs.createdAt))
      .limit(1),
    readOutreachOf(db),
  ]);
  if (!lead || lead.deletedAt) throw new AppError("not_found", "There is no such lead: it was deleted.");
  return {
    cadence: cadence
      ? {
          state: cadence.state,
          stop: cadence.stop,
          days: cadence.days,
          step: cadence.step,
          version: cadence.version,
        }
      : null,
    next,
    draftId: draft?.id ?? null,
    runId: run?.id ?? null,
    defaultDays: cadenceDays,
    mayFollowUp: canFollowUp(ctx.actor, lead),
  };
}

function listNext(db: Database, leadId: string): Promise<LeadFollowUps["next"]> {
  return db
    .select({ why: followUpDues.why, on: followUpDues.dueOn, reason: followUpDues.reason })
    .from(followUpDues)
    .where(and(eq(followUpDues.leadId, leadId), eq(followUpDues.state, "waiting")))
    .orderBy(asc(followUpDues.dueAt));
}
