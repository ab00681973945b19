import { and, asc, desc, eq, gte, inArray, or, sql } from "drizzle-orm";
import type { BlockerState } from "#drizzle/schema/blockers";
import { blockerSayings, blockers, teams } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import {
  type BlockerLikeness,
  blockerLikeness,
  isSaidAgain,
  isSaidByBoth,
  isSameName,
} from "#lib/blockers/same-blocker";
import { LIVE_STATES } from "#lib/blockers/states";
import type { Tx } from "#lib/db/store";
import { addDays, type Day } from "#lib/format/dates";

/** For how many days after its end a blocker that is said again is the same one. */
const SAME_FOR_DAYS = 14;

/** A blocker of a team, and what its text and last words are about. `closedOn` is YYYY-MM-DD in UTC. */
export type Known = {
  id: string;
  personId: string | null;
  personName: string;
  state: BlockerState;
  closedOn: Day | null;
  likenesses: BlockerLikeness[];
};

type Of = { teamId: string; visibility: StandupVisibility; day: Day };

/**
 * The blockers of a team that something said now may be: those that live, and those that ended lately; locked, with the
 * team. Of another audience none is: its words would be read by who may not.
 */
export async function listKnown(tx: Tx, { teamId, visibility, day }: Of): Promise<Known[]> {
  await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).for("no key update");
  const lately = addDays(day, -SAME_FOR_DAYS);
  const rows = await tx
    .select({
      id: blockers.id,
      personId: blockers.personId,
      personName: blockers.personName,
      state: blockers.state,
      text: blockers.text,
      closedOn: sql<Day | null>`(${blockers.closedAt} at time zone 'UTC')::date::text`,
    })
    .from(blockers)
    .where(
      and(
        eq(blockers.teamId, teamId),
        eq(blockers.visibility, visibility),
        or(
          inArray(blockers.state, [...LIVE_STATES]),
          gte(blockers.lastOn, lately),
          gte(blockers.closedAt, new Date(`${lately}T00:00:00Z`)),
        ),
      ),
    )
    .orderBy(asc(blockers.id))
    .for("update");
  const quotes = await listQuotes(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ text, ...row }) => ({
    ...row,
    likenesses: [text, ...(quotes.get(row.id) ?? [])].map(blockerLikeness),
  }));
}

/** What was said of each last. Words that were blacked out or are gone say nothing. */
async function listQuotes(tx: Tx, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ blockerId: blockerSayings.blockerId, quote: blockerSayings.quote })
    .from(blockerSayings)
    .where(inArray(blockerSayings.blockerId, ids))
    .orderBy(desc(blockerSayings.day), desc(blockerSayings.createdAt));
  const grouped = Map.groupBy(rows, ({ blockerId }) => blockerId);
  return new Map(
    [...grouped].map(([id, said]) => [id, said.flatMap(({ quote }) => quote || []).slice(0, 2)]),
  );
}

/** Adds one that was proposed just now: the next sentence may say the same. */
export function remember(known: Known[], one: Known): void {
  known.push(one);
}

type Saying = { span: { userId: string | null; name: string }; quote: string; day: Day };

/** The blocker that somebody says again, those that live first: their own, or a teammate's in nearly the same words. */
export function whoSays(known: Known[], { span, quote, day }: Saying): Known | undefined {
  const likeness = blockerLikeness(quote);
  const own = known.filter(
    (one) => isOf(one, span) && one.likenesses.some((said) => isSaidAgain(said, likeness)),
  );
  const ofOthers = known.filter(
    (one) => !isOf(one, span) && one.likenesses.some((said) => isSaidByBoth(said, likeness)),
  );
  return own.find(isLive) ?? own.find((one) => endedLately(one, day)) ?? ofOthers.find(isLive);
}

const isLive = ({ state }: Known) => (LIVE_STATES as readonly BlockerState[]).includes(state);

/** What is lived with, or was said to be none, stays so however long it is said: each time it was said lately. */
function endedLately({ state, closedOn }: Known, day: Day): boolean {
  if (state !== "resolved") return true;
  return closedOn !== null && closedOn >= addDays(day, -SAME_FOR_DAYS);
}

function isOf({ personId, personName }: Known, { userId, name }: Saying["span"]): boolean {
  return personId && userId ? personId === userId : isSameName(personName, name);
}
