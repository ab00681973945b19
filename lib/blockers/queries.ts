import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { BlockerState } from "#drizzle/schema/blockers";
import { blockers, teams, users } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import { afterBlocker, blockerCursor, blockerOrder } from "#lib/blockers/order";
import { canDecideBlocker, canTakeBlocker } from "#lib/blockers/policy";
import { listSayings, type Saying } from "#lib/blockers/sayings";
import { BlockerFilter } from "#lib/blockers/schema";
import { standingOf } from "#lib/blockers/standing";
import { LIVE_STATES } from "#lib/blockers/states";
import { type Counted, countEach } from "#lib/db/count";
import { PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { type HistoryLine, listHistory } from "#lib/log/history";
import { visibleBlocker } from "#lib/sources/visibility";

/** A blocker as lists show it. Instants are ISO strings, days YYYY-MM-DD. */
export type ListedBlocker = {
  id: string;
  version: number;
  text: string;
  state: BlockerState;
  visibility: StandupVisibility;
  teamId: string;
  teamName: string;
  /** Whose it is, also where they are not on the roster. */
  personId: string | null;
  personName: string;
  /** Who unblocks it. */
  ownerId: string | null;
  ownerName: string | null;
  /** Who could, as its words name them: somebody, and the other team. */
  waitsForId: string | null;
  waitsForName: string | null;
  waitsForTeamId: string | null;
  waitsForTeamName: string | null;
  firstOn: string;
  lastOn: string;
  /** On how many days it was said. */
  days: number;
  /** When an owner or a decision was asked for. */
  escalatedAt: string | null;
  /** How it was resolved, or why it is lived with. */
  closing: string | null;
  closedAt: string | null;
  closedBy: string | null;
  /** Whether the reader may end it, and whether they may confirm it and say who unblocks it. */
  mayDecide: boolean;
  mayTake: boolean;
};

/** A blocker with what was said of it on each day, and what happened to it. */
export type BlockerInFull = ListedBlocker & {
  createdAt: string;
  sayings: Saying[];
  history: HistoryLine[];
};

/** Rows that an export holds at most. */
const MOST_EXPORTED = 10_000;

const [people, owners, closers, named] = [
  alias(users, "people"),
  alias(users, "owners"),
  alias(users, "closers"),
  alias(users, "named"),
];
const others = alias(teams, "others");

/** Blockers that the actor may see: those that live by urgency and age, those that ended from the last on. */
export async function listBlockers(ctx: UserCtx, filter: BlockerFilter): Promise<Page<ListedBlocker>> {
  const wanted = BlockerFilter.parse(filter);
  const rows = await inOrder(ctx, wanted, PAGE_ROWS + 1);
  const page = toPage(rows, (last) => blockerCursor(isLive(wanted.state), last));
  return { ...page, rows: page.rows.map((row) => toListed(ctx, row)) };
}

/** Every blocker that a filter finds, in the order of the list, to be taken elsewhere. `invalid` above `MOST_EXPORTED`. */
export async function listEveryBlocker(
  ctx: UserCtx,
  filter: Omit<BlockerFilter, "cursor">,
): Promise<ListedBlocker[]> {
  const rows = await inOrder(ctx, BlockerFilter.parse(filter), MOST_EXPORTED + 1);
  if (rows.length > MOST_EXPORTED)
    throw new AppError(
      "invalid",
      `There are more than ${MOST_EXPORTED} blockers, which is the most that leave at once. Narrow them down to a person or a team.`,
    );
  return rows.map((row) => toListed(ctx, row));
}

/** The living blockers that are the actor's or that they unblock, the most urgent first, at most `rows`. */
export async function listBlockerNeeds(ctx: UserCtx, { rows }: { rows: number }): Promise<ListedBlocker[]> {
  const found = await inOrder(ctx, BlockerFilter.parse({ mine: true }), rows);
  return found.map((row) => toListed(ctx, row));
}

/** How many blockers each of some filters finds, at most 100. */
export function countBlockers<Name extends string>(
  ctx: UserCtx,
  filters: Record<Name, Omit<BlockerFilter, "cursor">>,
): Promise<Record<Name, number>> {
  const names = Object.keys(filters) as Name[];
  const counted = names.map((name) => [name, matchingBlockers(ctx, filters[name])]);
  return countEach(ctx, Object.fromEntries(counted) as Record<Name, Counted>);
}

/** The blockers that a filter finds, to be counted. */
export function matchingBlockers(ctx: UserCtx, filter: Omit<BlockerFilter, "cursor">): Counted {
  return { table: blockers, where: matching(ctx, BlockerFilter.parse(filter)) };
}

/** One blocker with the words of each day and its history; `not_found` where there is none or the actor may not see it. */
export async function getBlocker(ctx: UserCtx, blockerId: string): Promise<BlockerInFull> {
  const [row] = await selectBlockers(ctx).where(and(eq(blockers.id, blockerId), visibleBlocker(ctx.actor)));
  if (!row) throw new AppError("not_found", "There is no such blocker, or it is not shared with you.");
  const [sayings, history] = await Promise.all([
    listSayings(ctx, blockerId),
    listHistory(ctx, blockerId, "this blocker"),
  ]);
  return { ...toListed(ctx, row), createdAt: row.createdAt.toISOString(), sayings, history };
}

type Wanted = ReturnType<typeof BlockerFilter.parse>;

function inOrder(ctx: UserCtx, { cursor, ...wanted }: Wanted, most: number) {
  const live = isLive(wanted.state);
  return selectBlockers(ctx)
    .where(and(matching(ctx, wanted), afterBlocker(cursor, live)))
    .orderBy(...blockerOrder(live))
    .limit(most);
}

function isLive(state: Wanted["state"]): boolean {
  return state === "live" || LIVE_STATES.some((live) => live === state);
}

function matching(
  ctx: UserCtx,
  { state, teamId, personId, ownerId, unowned, mine, words }: Omit<Wanted, "cursor">,
): SQL | undefined {
  const me = ctx.actor.id;
  return and(
    state === "live" ? inArray(blockers.state, [...LIVE_STATES]) : eq(blockers.state, state),
    teamId ? or(eq(blockers.teamId, teamId), eq(blockers.waitsForTeamId, teamId)) : undefined,
    personId ? eq(blockers.personId, personId) : undefined,
    ownerId ? eq(blockers.ownerId, ownerId) : undefined,
    unowned ? isNull(blockers.ownerId) : undefined,
    mine ? or(eq(blockers.personId, me), eq(blockers.ownerId, me)) : undefined,
    hasWords(blockers.text, words),
    visibleBlocker(ctx.actor),
  );
}

function selectBlockers(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: blockers.id,
      version: blockers.version,
      text: blockers.text,
      state: blockers.state,
      visibility: blockers.visibility,
      teamId: blockers.teamId,
      teamName: teams.name,
      personId: blockers.personId,
      personName: sql<string>`coalesce(${people.name}, ${blockers.personName})`,
      ownerId: blockers.ownerId,
      ownerName: owners.name,
      waitsForId: blockers.waitsForId,
      waitsForName: named.name,
      waitsForTeamId: blockers.waitsForTeamId,
      waitsForTeamName: others.name,
      firstOn: blockers.firstOn,
      lastOn: blockers.lastOn,
      days: blockers.days,
      escalatedAt: blockers.escalatedAt,
      closing: blockers.closing,
      closedAt: blockers.closedAt,
      closedBy: closers.name,
      createdAt: blockers.createdAt,
      ...standingOf(ctx.actor),
    })
    .from(blockers)
    .innerJoin(teams, eq(teams.id, blockers.teamId))
    .leftJoin(people, eq(people.id, blockers.personId))
    .leftJoin(owners, eq(owners.id, blockers.ownerId))
    .leftJoin(named, eq(named.id, blockers.waitsForId))
    .leftJoin(others, eq(others.id, blockers.waitsForTeamId))
    .leftJoin(closers, eq(closers.id, blockers.closedBy));
}

type Selected = Awaited<ReturnType<typeof selectBlockers>>[number];

function toListed(ctx: UserCtx, { leads, belongs, serves, createdAt, ...row }: Selected): ListedBlocker {
  const standing = { ...row, leads, belongs, serves };
  return {
    ...row,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    mayDecide: canDecideBlocker(ctx.actor, standing),
    mayTake: canTakeBlocker(ctx.actor, standing),
  };
}
