import { and, eq, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ActionState, dueOrLast } from "#drizzle/schema/records";
import { actions, drafts, teamMembers, teams, users } from "#drizzle/schema/schema";
import { canChangeAction } from "#lib/actions/policy";
import { ActionFilter } from "#lib/actions/schema";
import { type Counted, countEach } from "#lib/db/count";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { type HistoryLine, listHistory } from "#lib/log/history";
import { afterDue } from "#lib/records/due-order";
import { listMentions, type Mention } from "#lib/records/mention-queries";
import { heldOnOf, isDeleted, listQuotes, type Quote } from "#lib/records/quotes";
import { inSeries } from "#lib/sources/in-series";
import { visibleDraft } from "#lib/sources/visibility";

/** An action as lists show it. Instants are ISO strings, days YYYY-MM-DD. */
export type ListedAction = {
  id: string;
  version: number;
  text: string;
  ownerId: string | null;
  /** The owner's name, also where they are not on the roster. */
  ownerName: string | null;
  dueOn: string | null;
  state: ActionState;
  closedAt: string | null;
  closedBy: string | null;
  /** Whether this person may change it. */
  mayChange: boolean;
  /** Where it comes from; null for an owner who may not see the source. */
  origin: {
    draftId: string;
    statementId: string;
    title: string;
    heldOn: string | null;
    /** Whether what it was made from was deleted since. */
    sourceDeleted: boolean;
  } | null;
};

/** An action with everything its page shows. */
export type ActionInFull = ListedAction & {
  createdAt: string;
  cancelReason: string | null;
  quotes: Quote[];
  /** Where else it was said since. */
  mentions: Mention[];
  history: HistoryLine[];
};

/** Rows that an export holds at most. */
const MOST_EXPORTED = 10_000;

const closers = alias(users, "closers");
const due = dueOrLast(actions.dueOn);

/** Open actions by due day, closed ones from the last closed on. Own ones are there whatever their source. */
export async function listActions(ctx: UserCtx, filter: ActionFilter): Promise<Page<ListedAction>> {
  const wanted = ActionFilter.parse(filter);
  const rows = await inOrder(ctx, wanted, PAGE_ROWS + 1);
  const open = wanted.state === "open";
  const page = toPage(rows, (last) => [open ? last.dueOn : (last.closedAt?.toISOString() ?? null), last.id]);
  return { ...page, rows: page.rows.map((row) => toListed(ctx, row)) };
}

/** Every action that a filter finds, in the order of the list, to be taken elsewhere. `invalid` above `MOST_EXPORTED`. */
export async function listEveryAction(
  ctx: UserCtx,
  filter: Omit<ActionFilter, "cursor">,
): Promise<ListedAction[]> {
  const rows = await inOrder(ctx, ActionFilter.parse(filter), MOST_EXPORTED + 1);
  if (rows.length > MOST_EXPORTED)
    throw new AppError(
      "invalid",
      `There are more than ${MOST_EXPORTED} actions, which is the most that leave at once. Narrow them down to a person or a team.`,
    );
  return rows.map((row) => toListed(ctx, row));
}

function inOrder(ctx: UserCtx, { cursor, ...wanted }: ReturnType<typeof ActionFilter.parse>, most: number) {
  const open = wanted.state === "open";
  return selectActions(ctx)
    .where(
      and(
        matching(ctx, wanted),
        open ? afterDue(cursor, actions.dueOn, actions.id) : olderThan(cursor, actions.closedAt, actions.id),
      ),
    )
    .orderBy(...(open ? [due, actions.id] : [sql`${actions.closedAt} desc`, sql`${actions.id} desc`]))
    .limit(most);
}

/** How many actions each of some filters finds, at most 100. */
export function countActions<Name extends string>(
  ctx: UserCtx,
  filters: Record<Name, Omit<ActionFilter, "cursor">>,
): Promise<Record<Name, number>> {
  const names = Object.keys(filters) as Name[];
  const counted = names.map((name) => [name, matchingActions(ctx, filters[name])]);
  return countEach(ctx, Object.fromEntries(counted) as Record<Name, Counted>);
}

/** The actions that a filter finds, to be counted. */
export function matchingActions(ctx: UserCtx, filter: Omit<ActionFilter, "cursor">): Counted {
  return { table: actions, where: matching(ctx, ActionFilter.parse(filter)) };
}

/** One action with its sentence and its history; `not_found` where there is none or the actor may not see it. */
export async function getAction(ctx: UserCtx, actionId: string): Promise<ActionInFull> {
  const [row] = await selectActions(ctx).where(and(eq(actions.id, actionId), visibleAction(ctx)));
  if (!row) throw new AppError("not_found", "There is no such action, or it is not shared with you.");
  const [quotes, mentions, history] = await Promise.all([
    listQuotes(ctx, row.draftId, row.statementId),
    listMentions(ctx, actionId),
    listHistory(ctx, actionId, "this action"),
  ]);
  return {
    ...toListed(ctx, row),
    createdAt: row.createdAt.toISOString(),
    cancelReason: row.cancelReason,
    quotes,
    mentions,
    history,
  };
}

function selectActions(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: actions.id,
      version: actions.version,
      draftId: actions.draftId,
      statementId: actions.statementId,
      text: actions.text,
      ownerId: actions.ownerId,
      ownerName: sql<string | null>`coalesce(${users.name}, ${actions.ownerName})`,
      dueOn: actions.dueOn,
      state: actions.state,
      createdAt: actions.createdAt,
      closedAt: actions.closedAt,
      closedBy: closers.name,
      cancelReason: actions.cancelReason,
      title: drafts.title,
      heldOn: heldOnOf(actions.draftId),
      sourceDeleted: isDeleted,
      originVisible: visibleOrigin(ctx),
    })
    .from(actions)
    .innerJoin(drafts, eq(drafts.id, actions.draftId))
    .leftJoin(users, eq(users.id, actions.ownerId))
    .leftJoin(closers, eq(closers.id, actions.closedBy));
}

type Selected = Awaited<ReturnType<typeof selectActions>>[number];

function toListed(ctx: UserCtx, row: Selected): ListedAction {
  const { draftId, statementId, title, heldOn, sourceDeleted } = row;
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    dueOn: row.dueOn,
    state: row.state,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
    mayChange: canChangeAction(ctx.actor, row),
    origin: row.originVisible ? { draftId, statementId, title, heldOn, sourceDeleted } : null,
  };
}

function visibleAction(ctx: UserCtx): SQL | undefined {
  return or(eq(actions.ownerId, ctx.actor.id), visibleOrigin(ctx));
}

// As a select of its own it is asked row by row in the order of the index; else every hidden draft is gathered first.
function visibleOrigin(ctx: UserCtx): SQL<boolean> {
  return sql<boolean>`(select ${visibleDraft(ctx.actor, actions.draftId)})`;
}

type Wanted = Omit<ReturnType<typeof ActionFilter.parse>, "cursor">;

function matching(
  ctx: UserCtx,
  { state, ownerId, teamId, seriesId, dueUntil, words }: Wanted,
): SQL | undefined {
  return and(
    eq(actions.state, state),
    ownerId ? eq(actions.ownerId, ownerId) : undefined,
    teamId ? inArray(actions.ownerId, peopleOf(ctx, teamId)) : undefined,
    dueUntil ? lte(actions.dueOn, dueUntil) : undefined,
    inSeries(actions.draftId, seriesId),
    // Which meeting an action comes from is told to nobody who may not see the meeting.
    seriesId ? visibleOrigin(ctx) : undefined,
    hasWords(actions.text, words),
    ownerId === ctx.actor.id ? undefined : visibleAction(ctx),
  );
}

function peopleOf(ctx: UserCtx, teamId: string) {
  const db = reader(ctx.store);
  return db
    .select({ id: teamMembers.userId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, teamId))
    .union(
      db
        .select({ id: sql<string>`${teams.leadId}` })
        .from(teams)
        .where(eq(teams.id, teamId)),
    );
}
