import { and, desc, eq, gte, isNotNull, ne } from "drizzle-orm";
import type { DraftState } from "#drizzle/schema/drafts";
import { drafts, users } from "#drizzle/schema/schema";
import { endOfWeek } from "#lib/actions/due";
import { type ListedAction, listActions, matchingActions } from "#lib/actions/queries";
import { type ListedBlocker, listBlockerNeeds, matchingBlockers } from "#lib/blockers/queries";
import { countEach } from "#lib/db/count";
import { reader } from "#lib/db/store";
import { countDecided, listDecidable } from "#lib/drafts/queue-queries";
import { getReviewFigures, type ReviewFigures } from "#lib/drafts/review-figures";
import type { QueueRow } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import { addDays, type Day } from "#lib/format/dates";
import { type ListedQuestion, listOwnQuestions, matchingQuestions } from "#lib/questions/queries";
import { type ListedRun, listStoppedRuns } from "#lib/runs/queries";
import { visibleDraft } from "#lib/sources/visibility";
import { listOwnStandups, type OwnStandup } from "#lib/standups/own-queries";
import { countForFrame, type FrameCounts } from "#lib/today/frame-counts";

/** The first rows of a list and how many there are, at most 100. */
export type Some<Row> = { rows: Row[]; count: number };

/** A draft that somebody approved or rejected. `at` is an ISO instant. */
export type DecidedDraft = {
  id: string;
  title: string;
  state: DraftState;
  by: string;
  byId: string;
  at: string;
};

/** What one person finds on Today. */
export type Today = {
  /** Waiting for a decision this person may make, oldest first. */
  drafts: Some<QueueRow>;
  /** Asked for by this person in the last seven days, ended without a draft. */
  stoppedRuns: ListedRun[];
  /** Theirs and due by the end of this week; `later` counts their others, due after it or without a date. */
  actions: Some<ListedAction> & { overdue: number; today: number; later: number };
  /** Open, and theirs to decide, the longest asked first. */
  questions: Some<ListedQuestion>;
  /** In this person's way, or theirs to get out of the way, the most urgent first. */
  blockers: Some<ListedBlocker>;
  /** Of this person's teams, with their update. */
  standups: OwnStandup[];
  /** Decided by anybody in the last seven days, last first. */
  decided: DecidedDraft[];
  /** What this person decided in the last seven days. */
  own: { decided: number; unedited: number };
  /** How everybody reviewed in the last seven days, for leaders and admins; else null. */
  reviewing: ReviewFigures | null;
};

const ROWS = 8;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** Everything that waits for the actor, as of the actor's day. A page that counted for its frame need not count again. */
export async function getToday(
  ctx: UserCtx,
  today: Day,
  frame: Promise<FrameCounts> = countForFrame(ctx),
): Promise<Today> {
  const since = new Date(ctx.now().getTime() - WEEK_MS);
  const mine = { ownerId: ctx.actor.id };
  const week = { ...mine, dueUntil: endOfWeek(today) };
  const [waits, counts, waiting, stoppedRuns, due, asked, blocked, standups, decided, own, reviewing] =
    await Promise.all([
      frame,
      countEach(ctx, {
        thisWeek: matchingActions(ctx, week),
        overdue: matchingActions(ctx, { ...mine, dueUntil: addDays(today, -1) }),
        dueNow: matchingActions(ctx, { ...mine, dueUntil: today }),
        asked: matchingQuestions(ctx, { deciderId: ctx.actor.id }),
        blocked: matchingBlockers(ctx, { mine: true }),
      }),
      listDecidable(ctx, ROWS),
      listStoppedRuns(ctx, since, ROWS),
      listActions(ctx, week),
      listOwnQuestions(ctx, ROWS),
      listBlockerNeeds(ctx, { rows: ROWS }),
      listOwnStandups(ctx),
      listDecided(ctx, since),
      countDecided(ctx, since),
      getReviewFigures(ctx, since),
    ]);
  return {
    drafts: { rows: waiting, count: waits.reviews },
    stoppedRuns,
    actions: {
      rows: due.rows.slice(0, ROWS),
      count: counts.thisWeek,
      overdue: counts.overdue,
      today: counts.dueNow - counts.overdue,
      later: waits.actions - counts.thisWeek,
    },
    questions: { rows: asked, count: counts.asked },
    blockers: { rows: blocked, count: counts.blocked },
    standups,
    decided,
    own,
    reviewing,
  };
}

async function listDecided(ctx: UserCtx, since: Date): Promise<DecidedDraft[]> {
  const rows = await reader(ctx.store)
    .select({
      id: drafts.id,
      title: drafts.title,
      state: drafts.state,
      by: users.name,
      byId: users.id,
      at: drafts.decidedAt,
    })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.decidedBy))
    .where(
      and(
        isNotNull(drafts.decidedAt),
        gte(drafts.decidedAt, since),
        ne(drafts.state, "deleted"),
        visibleDraft(ctx.actor, drafts.id),
      ),
    )
    .orderBy(desc(drafts.decidedAt), desc(drafts.id))
    .limit(ROWS);
  return rows.map((row) => ({ ...row, at: (row.at ?? since).toISOString() }));
}
