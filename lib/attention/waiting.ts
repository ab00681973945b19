import { and, asc, eq, lte, sql } from "drizzle-orm";
import { drafts, handovers, users } from "#drizzle/schema/schema";
import { type ListedAction, listActions } from "#lib/actions/queries";
import { DAY_MS, shortAge, urgencyOf } from "#lib/attention/ages";
import type { Asking } from "#lib/attention/asking";
import type { AttentionRow, NextStep } from "#lib/attention/view";
import { atMost } from "#lib/db/at-most";
import type { Counted } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import type { UserCtx } from "#lib/events/context";
import { addressOf } from "#lib/format/address";
import { addDays, type Day, daysBetween, formatDay } from "#lib/format/dates";
import { type ListedQuestion, listOldestQuestions } from "#lib/questions/queries";
import { visibleDraft } from "#lib/sources/visibility";
import { getWorkflow } from "#lib/workflows/registry";

/** A draft waits too long after so many days. */
const DRAFT_DAYS = 2;

/** Open questions that the actor sees, the longest asked first, at most `most`. */
export async function listWaitingQuestions({
  ctx,
  today,
  most,
}: Asking): Promise<{ rows: AttentionRow[]; oldestMs: number | null }> {
  const found = await listOldestQuestions(ctx, most);
  const now = ctx.now().getTime();
  const [oldest] = found;
  return {
    rows: found.map((question) => questionRow(ctx, question, now, today)),
    oldestMs: oldest ? now - Date.parse(oldest.askedAt) : null,
  };
}

function questionRow(ctx: UserCtx, question: ListedQuestion, now: number, today: Day): AttentionRow {
  const waited = now - Date.parse(question.askedAt);
  const href = addressOf("/questions", { open: question.id });
  return {
    id: question.id,
    title: question.text,
    about: question.title,
    href,
    age: shortAge(waited),
    urgency: urgencyOf(waited / DAY_MS, { soon: 3, late: 5 }),
    third: question.heldOn && formatDay(question.heldOn, { today }),
    person: question.deciderName ? { id: question.deciderId, name: question.deciderName } : null,
    step: stepOf(question, href, ctx.actor.id),
  };
}

function stepOf({ deciderId, deciderName }: ListedQuestion, href: string, me: string): NextStep {
  if (deciderId === me) return { label: "Decide", href };
  if (deciderId) return { nudge: "question", done: false };
  return { label: deciderName ? "Open" : "Assign", href };
}

/** Actions of everybody that are overdue and that the actor sees, the latest first, at most `most`. */
export async function listOverdueActions({ ctx, today, most }: Asking): Promise<AttentionRow[]> {
  const { rows } = await listActions(ctx, { dueUntil: addDays(today, -1) });
  return rows.slice(0, most).map((action) => actionRow(action, today, ctx.actor.id));
}

function actionRow(action: ListedAction, today: Day, me: string): AttentionRow {
  const late = action.dueOn ? daysBetween(action.dueOn, today) : 0;
  const href = addressOf("/actions", { show: "overdue", open: action.id });
  return {
    id: action.id,
    title: action.text,
    about: action.origin?.title ?? null,
    href,
    age: `${late} d`,
    urgency: urgencyOf(late, { soon: 1, late: 3 }),
    third: action.dueOn && formatDay(action.dueOn, { today }),
    person: action.ownerName ? { id: action.ownerId, name: action.ownerName } : null,
    step:
      action.ownerId && action.ownerId !== me
        ? { nudge: "action", done: false }
        : { label: action.ownerName ? "Open" : "Assign", href },
  };
}

/** The drafts that wait too long and that the actor sees, to be counted. */
export function waitingDrafts({ ctx }: Pick<Asking, "ctx">): Counted {
  const until = new Date(ctx.now().getTime() - DRAFT_DAYS * DAY_MS);
  return {
    table: drafts,
    where: and(
      eq(drafts.state, "pending"),
      lte(drafts.createdAt, until),
      rowByRow(visibleDraft(ctx.actor, drafts.id)),
    ),
  };
}

/** Those of them that have waited longest, at most `most`. */
export async function listWaitingDrafts({ ctx, db, most }: Asking): Promise<AttentionRow[]> {
  const rows = await db
    .select({
      id: drafts.id,
      title: drafts.title,
      workflow: drafts.workflow,
      createdAt: drafts.createdAt,
      personId: users.id,
      person: users.name,
    })
    .from(drafts)
    .leftJoin(handovers, eq(handovers.draftId, drafts.id))
    .leftJoin(users, eq(users.id, sql`coalesce(${handovers.toId}, ${drafts.broughtBy})`))
    .where(waitingDrafts({ ctx }).where)
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
    .limit(atMost(most));
  return rows.map(({ id, title, workflow, createdAt, personId, person }) => {
    const waited = ctx.now().getTime() - createdAt.getTime();
    return {
      id,
      title,
      about: null,
      href: `/reviews/${id}`,
      age: shortAge(waited),
      urgency: urgencyOf(waited / DAY_MS, { soon: 2, late: 4 }),
      third: getWorkflow(workflow).label,
      person: person ? { id: personId, name: person } : null,
      step: { label: "Review", href: `/reviews/${id}` },
    };
  });
}
