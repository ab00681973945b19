import { matchingActions } from "#lib/actions/queries";
import type { Asking } from "#lib/attention/asking";
import { listLiveBlockers, listTeamWaits, liveBlockers } from "#lib/attention/blockers";
import { listTightBudgets } from "#lib/attention/budgets";
import { listNudged } from "#lib/attention/nudged-today";
import { listStaleLeads, listStuckDeliveries, staleLeads, stuckDeliveries } from "#lib/attention/outside";
import { listOddTeams, listOverloaded } from "#lib/attention/people";
import { canSeeAttention } from "#lib/attention/policy";
import { ATTENTION_KINDS, type Attention, type AttentionKind, type AttentionRow } from "#lib/attention/view";
import {
  listOverdueActions,
  listWaitingDrafts,
  listWaitingQuestions,
  waitingDrafts,
} from "#lib/attention/waiting";
import { countEach } from "#lib/db/count";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { addressOf } from "#lib/format/address";
import { addDays, type Day } from "#lib/format/dates";
import { matchingQuestions } from "#lib/questions/queries";

/** Rows of each kind that are shown. */
const ROWS = 6;

const ALL: Record<AttentionKind, string> = {
  blockers: "/blockers",
  questions: "/questions",
  deliveries: addressOf("/deliveries", { state: "unknown" }),
  budgets: "/settings/workflows",
  actions: addressOf("/actions", { show: "overdue" }),
  drafts: "/reviews",
  leads: addressOf("/leads", { quiet: "7" }),
  waits: "/blockers",
  people: "/actions",
  teams: "/settings/teams",
};

/**
 * What needs attention in the company on the actor's day, of what the actor may see: a leader is not told of what
 * is private to others, not even how much of it there is. `forbidden` for members and viewers.
 */
export async function getAttention(ctx: UserCtx, today: Day): Promise<Attention> {
  if (!canSeeAttention(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins see what needs attention in the company.");
  const asking: Asking = { ctx, db: reader(ctx.store), today, most: ROWS };
  const [counts, blockers, waits, questions, actions, drafts, leads, deliveries, people, teams, budgets] =
    await Promise.all([
      countEach(ctx, {
        blockers: liveBlockers(ctx.actor),
        questions: matchingQuestions(ctx, {}),
        actions: matchingActions(ctx, { dueUntil: addDays(today, -1) }),
        drafts: waitingDrafts({ ctx }),
        leads: staleLeads({ ctx }),
        deliveries: stuckDeliveries({ ctx }),
      }),
      listLiveBlockers(asking),
      listTeamWaits(asking),
      listWaitingQuestions(asking),
      listOverdueActions(asking),
      listWaitingDrafts(asking),
      listStaleLeads(asking),
      listStuckDeliveries(asking),
      listOverloaded(asking),
      listOddTeams(asking),
      listTightBudgets(asking),
    ]);
  const found: Record<AttentionKind, AttentionRow[]> = {
    blockers,
    questions: questions.rows,
    deliveries,
    budgets,
    actions,
    drafts,
    leads,
    waits,
    people,
    teams,
  };
  const nudged = await listNudged(asking, idsToNudge(found));
  const groups = ATTENTION_KINDS.map((kind) => ({
    kind,
    rows: found[kind].slice(0, ROWS).map((row) => withNudge(row, nudged)),
    count: kind in counts ? counts[kind as keyof typeof counts] : found[kind].length,
    all: ALL[kind],
  })).filter(({ count }) => count > 0);
  return {
    groups,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    oldestQuestionMs: questions.oldestMs,
  };
}

function idsToNudge(found: Record<AttentionKind, AttentionRow[]>): string[] {
  return Object.values(found).flatMap((rows) =>
    rows.flatMap(({ id, step }) => ("nudge" in step ? [id] : [])),
  );
}

function withNudge(row: AttentionRow, nudged: Set<string>): AttentionRow {
  return "nudge" in row.step ? { ...row, step: { ...row.step, done: nudged.has(row.id) } } : row;
}
