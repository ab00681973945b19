import { and, asc, gte, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { reviews, sources, users } from "#drizzle/schema/schema";
import { rowByRow } from "#lib/db/row-by-row";
import { type Database, reader } from "#lib/db/store";
import type { UserActor, UserCtx } from "#lib/events/context";
import { ofTeam } from "#lib/figures/people-of";
import { type Period, periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { FigureFilter } from "#lib/figures/schema";
import { addDays, type Day, mondayOf } from "#lib/format/dates";
import { visibleDraft, visibleSource } from "#lib/sources/visibility";
import type { Calendar } from "#lib/users/calendar";

/** What somebody did on a day: decided a draft, sent in a source, or neither. */
export type DayUse = "decided" | "sent" | "none";

/** One person's use: Monday to Friday of the last week of a period, and what they decided in all of it. */
export type PersonUse = { id: string; name: string; days: DayUse[]; decided: number };

/** Who uses Countersign, by name: it is no ranking. `active` are those who did anything that week. */
export type Adoption = { monday: Day; people: PersonUse[]; active: number };

const WORK_DAYS = 5;

/** Who sends sources and who decides, of what the actor sees. `forbidden` for members and viewers. */
export async function getAdoption(
  ctx: UserCtx,
  filter: FigureFilter,
  { timeZone, today }: Calendar,
): Promise<Adoption> {
  refuseFigures(ctx.actor);
  const { period: kind, ago, teamId } = FigureFilter.parse(filter);
  const period = periodOf(kind, ago, today);
  const { from: monday, to: friday } = workWeek(period, today);
  const week = { ...spanOf({ from: monday, to: friday }, timeZone), timeZone };
  const db = reader(ctx.store);
  const [people, decided, days, sent] = await Promise.all([
    readPeople(db, teamId),
    readDecidedBy(db, ctx.actor, spanOf(period, timeZone)),
    readDecidedDays(db, ctx.actor, week),
    readSentDays(db, ctx.actor, week),
  ]);
  const rows = people.map(({ id, name }) => ({
    id,
    name,
    decided: decided.get(id) ?? 0,
    days: Array.from({ length: WORK_DAYS }, (_, at): DayUse => {
      const key = `${id} ${addDays(monday, at)}`;
      return days.has(key) ? "decided" : sent.has(key) ? "sent" : "none";
    }),
  }));
  return {
    monday,
    people: rows,
    active: rows.filter((row) => row.days.some((day) => day !== "none")).length,
  };
}

function readPeople(db: Database, teamId: string | undefined): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt), ne(users.role, "viewer"), ofTeam(users.id, teamId)))
    .orderBy(asc(users.name), asc(users.id));
}

type Span = { from: Date; until: Date };

async function readDecidedBy(
  db: Database,
  actor: UserActor,
  { from, until }: Span,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: reviews.reviewerId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(reviews)
    .where(and(decisions(from, until), rowByRow(visibleDraft(actor, reviews.draftId))))
    .groupBy(reviews.reviewerId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function readDecidedDays(
  db: Database,
  actor: UserActor,
  { from, until, timeZone }: Span & { timeZone: string },
): Promise<Set<string>> {
  const day = sql<Day>`to_char(${reviews.createdAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const rows = await db
    .selectDistinct({ id: reviews.reviewerId, day })
    .from(reviews)
    .where(and(decisions(from, until), rowByRow(visibleDraft(actor, reviews.draftId))));
  return new Set(rows.map((row) => `${row.id} ${row.day}`));
}

function decisions(from: Date, until: Date) {
  return and(
    gte(reviews.createdAt, from),
    lt(reviews.createdAt, until),
    sql`${reviews.decision} in ('approved', 'rejected')`,
  );
}

async function readSentDays(
  db: Database,
  actor: UserActor,
  { from, until, timeZone }: Span & { timeZone: string },
): Promise<Set<string>> {
  const day = sql<Day>`to_char(${sources.createdAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const rows = await db
    .selectDistinct({ id: sources.authorId, day })
    .from(sources)
    .where(sentIn(actor, { from, until }));
  return new Set(rows.map((row) => `${row.id} ${row.day}`));
}

/** The condition on `sources` that somebody sent them in a span of time and the actor sees them. */
export function sentIn(actor: UserActor, { from, until }: Span): SQL | undefined {
  return and(
    gte(sources.createdAt, from),
    lt(sources.createdAt, until),
    isNull(sources.deletedAt),
    // What code writes of what is known is nobody's sending.
    sql`${sources.provenance} ->> 'via' not in ('code', 'mail')`,
    rowByRow(visibleSource(actor)),
  );
}

/** Monday to Friday of the last week of a period, of which `days` says who did anything. */
export function workWeek(period: Period, today: Day): { from: Day; to: Day } {
  const monday = mondayOf(period.to < today ? period.to : today);
  return { from: monday, to: addDays(monday, WORK_DAYS - 1) };
}
