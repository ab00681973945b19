import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { drafts, reviews } from "#drizzle/schema/schema";
import { rowByRow } from "#lib/db/row-by-row";
import type { Database } from "#lib/db/store";
import type { UserActor } from "#lib/events/context";
import { ofTeam } from "#lib/figures/people-of";
import type { Day } from "#lib/format/dates";
import { visibleDraft } from "#lib/sources/visibility";

/**
 * What was decided of one workflow's drafts in one week (its Monday; "" where weeks are not asked for). `unedited` are
 * those of `approved` that nobody had to change, `takenBack` approvals that were taken back then. `timed` of the
 * approvals and rejections were measured; `activeMs` is what all measured reviews took together, and the quartiles are
 * of those `timed`.
 */
export type Decided = {
  workflow: string;
  week: Day;
  approved: number;
  unedited: number;
  rejected: number;
  takenBack: number;
  timed: number;
  activeMs: number;
  lowerMs: number | null;
  medianMs: number | null;
  upperMs: number | null;
};

type Asked = {
  actor: UserActor;
  teamId: string | undefined;
  from: Date;
  until: Date;
  /** The time zone whose weeks are told apart; null for all together. */
  weeksOf: string | null;
};

/** Decisions of a span of time, of drafts the actor sees and of people of the team. Reads that span of the index. */
export async function readDecided(
  db: Database,
  { actor, teamId, from, until, weeksOf }: Asked,
): Promise<Decided[]> {
  const { approved, unedited, rejected, timed } = DECISIONS;
  const quartile = (at: number) =>
    sql<
      number | null
    >`percentile_cont(${sql.raw(String(at))}) within group (order by ${reviews.activeMs}) filter (where ${timed})`.mapWith(
      Number,
    );
  const week =
    weeksOf === null
      ? sql<Day>`''`
      : sql<Day>`to_char(date_trunc('week', ${reviews.createdAt} at time zone ${weeksOf}), 'YYYY-MM-DD')`;
  return db
    .select({
      workflow: drafts.workflow,
      week,
      approved: countWhere(approved),
      unedited: countWhere(unedited),
      rejected: countWhere(rejected),
      takenBack: countWhere(sql`${reviews.decision} = 'undone' and ${tookBackApproval}`),
      timed: countWhere(timed),
      activeMs: sql<number>`coalesce(sum(${reviews.activeMs}), 0)`.mapWith(Number),
      lowerMs: quartile(0.25),
      medianMs: quartile(0.5),
      upperMs: quartile(0.75),
    })
    .from(reviews)
    .innerJoin(drafts, eq(drafts.id, reviews.draftId))
    .where(decidedIn({ actor, teamId, from, until }))
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
}

/** The condition on `reviews` that they are of a span of time, of drafts the actor sees and of people of the team. */
export function decidedIn({ actor, teamId, from, until }: Omit<Asked, "weeksOf">): SQL | undefined {
  return and(
    gte(reviews.createdAt, from),
    lt(reviews.createdAt, until),
    ofTeam(reviews.reviewerId, teamId),
    rowByRow(visibleDraft(actor, reviews.draftId)),
  );
}

const approved = sql`${reviews.decision} = 'approved'`;
const changed = sql`coalesce(${drafts.edited}, ${drafts.currentRevision} > 1)`;
const timed = sql`${reviews.decision} in ('approved', 'rejected') and ${reviews.activeMs} is not null`;
/** Of a workflow of which somebody said how long it takes by hand. */
const known = sql`exists (select 1 from baselines where baselines.workflow = ${drafts.workflow})`;
const decided = sql`${reviews.decision} in ('approved', 'rejected')`;

/** The conditions on `reviews` with `drafts` that tell decisions apart. */
export const DECISIONS = {
  approved,
  unedited: sql`${approved} and not ${changed}`,
  edited: sql`${approved} and ${changed}`,
  rejected: sql`${reviews.decision} = 'rejected'`,
  decided,
  timed,
  byHand: sql`${approved} and ${known}`,
  measured: sql`${timed} and ${known}`,
} as const;

/** Whether what an “undone” took back was an approval: the last decision on the draft before it. */
const tookBackApproval = sql`(select before.decision from reviews before
  where before.draft_id = reviews.draft_id and before.decision in ('approved', 'rejected')
    and (before.created_at, before.id) < (reviews.created_at, reviews.id)
  order by before.created_at desc, before.id desc limit 1) = 'approved'`;

function countWhere(condition: SQL): SQL<number> {
  return sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
}
