import { and, asc, eq, gte, inArray, not, or, type SQL, sql } from "drizzle-orm";
import {
  draftSources,
  drafts,
  handovers,
  leads,
  revisions,
  snoozes,
  sourceAttendees,
  sources,
  teams,
  users,
} from "#drizzle/schema/schema";
import { atMost } from "#lib/db/at-most";
import { type Counted, countEach } from "#lib/db/count";
import { decodeCursor, encodeCursor } from "#lib/db/cursor";
import { brokenLink, isInstant } from "#lib/db/page";
import { rowByRow } from "#lib/db/row-by-row";
import { reader } from "#lib/db/store";
import { handedTo, neverSnoozed, snoozedBy } from "#lib/drafts/put-aside";
import { QueueFilter } from "#lib/drafts/schema";
import type {
  CountedFilter,
  KeptQueueFilter,
  QueueCounts,
  QueueNarrowing,
  QueuePage,
  QueueRow,
  QueueShow,
} from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import type { QueueMail } from "#lib/outreach/mail-view";
import { readQueueMails } from "#lib/outreach/queue-mails";
import { visibleDraft } from "#lib/sources/visibility";
import { getWorkflow, workflows } from "#lib/workflows/registry";

const PAGE = 30;

/**
 * Drafts that wait and that the actor sees, oldest first; on top those they put off whose time has come. `cursor` is
 * the `next` of the page before.
 */
export async function listQueue(ctx: UserCtx, filter: QueueFilter = {}): Promise<QueuePage> {
  const { show, cursor, ...rest } = QueueFilter.parse(filter);
  const narrowed = narrowedTo(rest);
  const part = and(PARTS[show](ctx), narrowed, cursor ? after(cursor) : undefined);
  const rows = await selectWaiting(ctx, part, PAGE + 1);
  const back =
    show === "waiting" && !cursor
      ? await selectWaiting(ctx, and(snoozedBy(ctx, "back"), narrowed), PAGE)
      : [];
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: [...back, ...page],
    next: rows.length > PAGE && last ? encodeCursor([last.createdAt, last.id]) : null,
  };
}

function narrowedTo({ workflow, by, series }: Omit<QueueNarrowing, "show">): SQL | undefined {
  return and(
    workflow === undefined ? undefined : eq(drafts.workflow, workflow),
    by === undefined ? undefined : eq(drafts.broughtBy, by),
    series === undefined
      ? undefined
      : sql`${drafts.id} in (select ${draftSources.draftId} from ${draftSources} join ${sources} on ${sources.id} = ${draftSources.sourceId} where ${sources.seriesId} = ${series})`,
  );
}

/** What is in each part. Each begins at an index of drafts or at the reader’s own few rows. */
const PARTS: Record<QueueShow, (ctx: UserCtx) => SQL | undefined> = {
  waiting: neverSnoozed,
  mine: (ctx) => and(eq(drafts.broughtBy, ctx.actor.id), not(snoozedBy(ctx, "away"))),
  handed: (ctx) => and(handedTo(ctx), not(snoozedBy(ctx, "away"))),
  // As the index says it, word for word.
  untraced: (ctx) => and(sql`((drafts.counts ->> 'untraced') <> '0')`, not(snoozedBy(ctx, "away"))),
  snoozed: (ctx) => snoozedBy(ctx, "away"),
};

/** How many drafts are in each part of the queue. */
export function countQueue(ctx: UserCtx): Promise<QueueCounts> {
  return countEach(ctx, {
    waiting: countedBy(ctx, { show: "waiting" }),
    mine: countedBy(ctx, { show: "mine" }),
    handed: countedBy(ctx, { show: "handed" }),
    untraced: countedBy(ctx, { show: "untraced" }),
    snoozed: countedBy(ctx, { show: "snoozed" }),
  });
}

/** Filters of the queue, each with how many drafts it shows. */
export async function countKept(ctx: UserCtx, kept: KeptQueueFilter[]): Promise<CountedFilter[]> {
  if (kept.length === 0) return [];
  const counted = kept.map(({ id, filter }) => [id, countedBy(ctx, filter)] as const);
  const counts: Record<string, number> = await countEach(ctx, Object.fromEntries(counted));
  return kept.map((one) => ({ ...one, count: counts[one.id] ?? 0 }));
}

function countedBy(ctx: UserCtx, { show, ...rest }: QueueNarrowing): Counted {
  // What is back from being put off is listed on top of what waits, and counts.
  const part = show === "waiting" ? not(snoozedBy(ctx, "away")) : PARTS[show](ctx);
  const seen = rowByRow(visibleDraft(ctx.actor, drafts.id));
  return { table: drafts, where: and(eq(drafts.state, "pending"), seen, part, narrowedTo(rest)) };
}

/** The oldest drafts that wait for a decision the actor may make, at most `most`. */
export async function listDecidable(ctx: UserCtx, most: number): Promise<QueueRow[]> {
  if (ctx.actor.role === "viewer") return [];
  return selectWaiting(ctx, and(mayDecide(ctx), not(snoozedBy(ctx, "away"))), most);
}

/** Whether a source was corrected after the draft was written. */
const STALE =
  rowByRow(sql`exists (select 1 from draft_sources written join sources now on now.id = written.source_id
  where written.draft_id = drafts.id and now.current_version > written.version)`) as SQL<boolean>;

/** Whether its mail came back just before it would have left. */
const SENT_BACK = rowByRow(
  sql`exists (select 1 from deliveries back where back.draft_id = drafts.id and back.state = 'returned')`,
) as SQL<boolean>;

async function selectWaiting(ctx: UserCtx, where: SQL | undefined, limit: number): Promise<QueueRow[]> {
  const rows = await reader(ctx.store)
    .select({
      id: drafts.id,
      workflow: drafts.workflow,
      title: drafts.title,
      leadId: drafts.leadId,
      counts: drafts.counts,
      createdAt: drafts.createdAt,
      handedTo: users.name,
      snoozedUntil: snoozes.until,
      stale: STALE,
      sentBack: SENT_BACK,
    })
    .from(drafts)
    .leftJoin(handovers, eq(handovers.draftId, drafts.id))
    .leftJoin(users, eq(users.id, handovers.toId))
    .leftJoin(snoozes, and(eq(snoozes.draftId, drafts.id), eq(snoozes.userId, ctx.actor.id)))
    .where(and(eq(drafts.state, "pending"), rowByRow(visibleDraft(ctx.actor, drafts.id)), where))
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
    .limit(atMost(limit));
  const mails = await readMails(ctx, rows);
  return rows.map(({ leadId: _, ...row }) => ({
    ...row,
    mail: mails.get(row.id) ?? null,
    workflowLabel: getWorkflow(row.workflow).label,
    createdAt: row.createdAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  }));
}

/** Of the mails among them whom each is to, and what keeps it from leaving. */
async function readMails(
  ctx: UserCtx,
  rows: { id: string; leadId: string | null }[],
): Promise<Map<string, QueueMail>> {
  const toLeads = new Map(rows.flatMap(({ id, leadId }) => (leadId ? [[id, leadId]] : [])));
  if (toLeads.size === 0) return new Map();
  const db = reader(ctx.store);
  const newest = await db
    .select({ draftId: drafts.id, statements: revisions.statements })
    .from(drafts)
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .where(inArray(drafts.id, [...toLeads.keys()]));
  const waiting = newest.map((draft) => ({ ...draft, leadId: toLeads.get(draft.draftId) ?? "" }));
  return readQueueMails(ctx, db, waiting);
}

/** The drafts that wait for a decision the actor may make, to be counted. */
export function decidableDrafts(ctx: UserCtx): Counted {
  const mine = and(
    eq(drafts.state, "pending"),
    visibleDraft(ctx.actor, drafts.id),
    mayDecide(ctx),
    not(snoozedBy(ctx, "away")),
  );
  return { table: drafts, where: ctx.actor.role === "viewer" ? sql`false` : mine };
}

/** What the empty queue tells: drafts the actor decided since `since`, and how many of those nobody had to edit. */
export async function countDecided(
  ctx: UserCtx,
  since: Date,
): Promise<{ decided: number; unedited: number }> {
  const [row] = await reader(ctx.store)
    .select({
      decided: sql<number>`count(*)`.mapWith(Number),
      unedited:
        sql<number>`count(*) filter (where not coalesce(${drafts.edited}, ${drafts.currentRevision} > 1))`.mapWith(
          Number,
        ),
    })
    .from(drafts)
    .where(and(eq(drafts.decidedBy, ctx.actor.id), gte(drafts.decidedAt, since)));
  return row ?? { decided: 0, unedited: 0 };
}

/** The condition for drafts whose workflow lets the actor decide: as canReview says, in SQL. */
function mayDecide(ctx: UserCtx): SQL | undefined {
  const isLeader = ctx.actor.role === "leader" || ctx.actor.role === "admin";
  const open = workflows
    .filter(({ approvers }) => isLeader && approvers.includes("leader"))
    .map(({ key }) => key);
  const byAuthor = workflows.filter(({ approvers }) => approvers.includes("author")).map(({ key }) => key);
  const byAttendee = workflows
    .filter(({ approvers }) => approvers.includes("attendee"))
    .map(({ key }) => key);
  const admin = workflows
    .filter(({ approvers }) => ctx.actor.role === "admin" && approvers.includes("admin"))
    .map(({ key }) => key);
  const byOwner = workflows.filter(({ approvers }) => approvers.includes("owner")).map(({ key }) => key);
  const byLead = workflows.filter(({ approvers }) => approvers.includes("lead")).map(({ key }) => key);
  const led = sql`exists (select 1 from ${draftSources} join ${sources} on ${sources.id} = ${draftSources.sourceId} join ${teams} on ${teams.id} = ${sources.teamId} where ${draftSources.draftId} = ${drafts.id} and ${teams.leadId} = ${ctx.actor.id})`;
  const owned = sql`exists (select 1 from ${leads} where ${leads.id} = ${drafts.leadId} and ${leads.ownerId} = ${ctx.actor.id})`;
  const mine = sql`exists (select 1 from ${draftSources} join ${sources} on ${sources.id} = ${draftSources.sourceId} where ${draftSources.draftId} = ${drafts.id} and ${ctx.actor.id} in (${sources.authorId}, ${sources.keeperId}))`;
  const attended = sql`exists (select 1 from ${draftSources} join ${sourceAttendees} on ${sourceAttendees.sourceId} = ${draftSources.sourceId} where ${draftSources.draftId} = ${drafts.id} and ${sourceAttendees.userId} = ${ctx.actor.id})`;
  return or(
    inArray(drafts.workflow, [...open, ...admin]),
    and(inArray(drafts.workflow, byAuthor), rowByRow(mine)),
    and(inArray(drafts.workflow, byAttendee), rowByRow(attended)),
    and(inArray(drafts.workflow, byOwner), rowByRow(owned)),
    and(inArray(drafts.workflow, byLead), rowByRow(led)),
  );
}

function after(cursor: string): SQL {
  const [createdAt, id] = decodeCursor(cursor, 2);
  if (!isInstant(createdAt) || !id) throw brokenLink();
  return sql`(${drafts.createdAt}, ${drafts.id}) > (${createdAt}::timestamptz, ${id})`;
}
