import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { dueOrLast } from "#drizzle/schema/records";
import { drafts, promises, users } from "#drizzle/schema/schema";
import { type Counted, countEach } from "#lib/db/count";
import { PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { PromiseFilter } from "#lib/promises/schema";
import { afterDue } from "#lib/records/due-order";
import { heldOnOf, isDeleted, listQuotes, type Quote } from "#lib/records/quotes";
import { inSeries } from "#lib/sources/in-series";
import { visibleDraft } from "#lib/sources/visibility";

/** A promise to somebody outside, as lists show it. `recordedAt` is an ISO instant, days are YYYY-MM-DD. */
export type ListedPromise = {
  id: string;
  text: string;
  promiserId: string | null;
  /** Who promised, also where they are not on the roster. */
  promiserName: string | null;
  /** To whom, as named at the meeting. */
  toName: string | null;
  dueOn: string | null;
  recordedAt: string;
  draftId: string;
  statementId: string;
  title: string;
  heldOn: string | null;
  /** Whether what it was made from was deleted since. */
  sourceDeleted: boolean;
};

/** A promise with its sentences. */
export type PromiseInFull = ListedPromise & { quotes: Quote[] };

/** Rows that an export holds at most, and those that tell to whom promises are made. */
const MOST_EXPORTED = 10_000;
const LOOKED_AT = 1_000;

/** Promises that the actor may see, by the day they are due. */
export async function listPromises(ctx: UserCtx, filter: PromiseFilter): Promise<Page<ListedPromise>> {
  const rows = await inOrder(ctx, PromiseFilter.parse(filter), PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.dueOn, last.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** Every promise that a filter finds, in the order of the list, to be taken elsewhere. `invalid` above `MOST_EXPORTED`. */
export async function listEveryPromise(
  ctx: UserCtx,
  filter: Omit<PromiseFilter, "cursor">,
): Promise<ListedPromise[]> {
  const rows = await inOrder(ctx, PromiseFilter.parse(filter), MOST_EXPORTED + 1);
  if (rows.length > MOST_EXPORTED)
    throw new AppError(
      "invalid",
      `There are more than ${MOST_EXPORTED} promises, which is the most that leave at once. Narrow them down to a person.`,
    );
  return rows.map(toListed);
}

/** How many promises each of some filters finds, at most 100. */
export function countPromises<Name extends string>(
  ctx: UserCtx,
  filters: Record<Name, Omit<PromiseFilter, "cursor">>,
): Promise<Record<Name, number>> {
  const counted = Object.entries<Omit<PromiseFilter, "cursor">>(filters).map(([name, filter]) => [
    name,
    { table: promises, where: matching(ctx, PromiseFilter.parse(filter)) },
  ]);
  return countEach(ctx, Object.fromEntries(counted) as Record<Name, Counted>);
}

/** To whom the latest promises that the actor may see were made, by name. */
export async function listPromisedTo(ctx: UserCtx): Promise<string[]> {
  const db = reader(ctx.store);
  const latest = db
    .select({ toName: promises.toName })
    .from(promises)
    .where(and(isNotNull(promises.toName), visible(ctx)))
    .orderBy(desc(promises.createdAt), desc(promises.id))
    .limit(LOOKED_AT)
    .as("latest");
  const rows = await db.selectDistinct({ toName: latest.toName }).from(latest).orderBy(asc(latest.toName));
  return rows.flatMap(({ toName }) => toName ?? []);
}

/** One promise with its sentences; `not_found` where there is none or the actor may not see it. */
export async function getPromise(ctx: UserCtx, promiseId: string): Promise<PromiseInFull> {
  const [row] = await selectPromises(ctx).where(and(eq(promises.id, promiseId), visible(ctx)));
  if (!row) throw new AppError("not_found", "There is no such promise, or it is not shared with you.");
  return { ...toListed(row), quotes: await listQuotes(ctx, row.draftId, row.statementId) };
}

type Wanted = ReturnType<typeof PromiseFilter.parse>;

function inOrder(ctx: UserCtx, { cursor, ...wanted }: Wanted, most: number) {
  const order = wanted.dueUntil && !wanted.dueFrom ? "last" : "first";
  const way = order === "last" ? desc : asc;
  return selectPromises(ctx)
    .where(and(matching(ctx, wanted), afterDue(cursor, promises.dueOn, promises.id, order)))
    .orderBy(way(dueOrLast(promises.dueOn)), way(promises.id))
    .limit(most);
}

function selectPromises(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: promises.id,
      text: promises.text,
      promiserId: promises.promiserId,
      promiserName: sql<string | null>`coalesce(${users.name}, ${promises.promiserName})`,
      toName: promises.toName,
      dueOn: promises.dueOn,
      createdAt: promises.createdAt,
      draftId: promises.draftId,
      statementId: promises.statementId,
      title: drafts.title,
      heldOn: heldOnOf(promises.draftId),
      sourceDeleted: isDeleted,
    })
    .from(promises)
    .innerJoin(drafts, eq(drafts.id, promises.draftId))
    .leftJoin(users, eq(users.id, promises.promiserId));
}

type Selected = Awaited<ReturnType<typeof selectPromises>>[number];

function toListed({ createdAt, ...row }: Selected): ListedPromise {
  return { ...row, recordedAt: createdAt.toISOString() };
}

function matching(
  ctx: UserCtx,
  { dueFrom, dueUntil, promiserId, toName, seriesId, words }: Omit<Wanted, "cursor">,
): SQL | undefined {
  return and(
    dueFrom ? sql`${dueOrLast(promises.dueOn)} >= ${dueFrom}::date` : undefined,
    dueUntil ? sql`${dueOrLast(promises.dueOn)} <= ${dueUntil}::date` : undefined,
    promiserId ? eq(promises.promiserId, promiserId) : undefined,
    toName ? eq(promises.toName, toName) : undefined,
    inSeries(promises.draftId, seriesId),
    hasWords(promises.text, words),
    visible(ctx),
  );
}

// As a select of its own it is asked row by row in the order of the index; else every hidden draft is gathered first.
function visible(ctx: UserCtx): SQL<boolean> {
  return sql<boolean>`(select ${visibleDraft(ctx.actor, promises.draftId)})`;
}
