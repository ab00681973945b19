import { teamMembers, teams } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { foldWords } from "#lib/grounding/fold";
import { matchPerson } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";
import { readRoster } from "#lib/users/queries";

/** Who could get a blocker out of the way, as its words name them: a suggestion, until a person takes or gives it. */
export type WaitedFor = { waitsForId: string | null; waitsForTeamId: string | null };
/** Reads who is meant, of somebody in a team. */
export type ReadWaitedFor = (name: string, by: { teamId: string; personId: string | null }) => WaitedFor;

type Team = { id: string; name: string; people: Set<string> };
const NOBODY: WaitedFor = { waitsForId: null, waitsForTeamId: null };

/**
 * Matches the name that a text has for who could unblock somebody to the roster and the teams. The other team is the one
 * that is named, or the only one of the person who is named, where that is not the blocked one's own.
 */
export async function waitedForIn(tx: Tx): Promise<ReadWaitedFor> {
  const roster = await readRoster(tx);
  const known = await listTeamsWithPeople(tx);
  return (name, { teamId, personId }) => {
    const named = name.trim() && teamNamed(name, known);
    if (named) return { waitsForId: null, waitsForTeamId: named.id === teamId ? null : named.id };
    const waitsForId = name.trim() ? personNamed(name, roster) : null;
    if (waitsForId === null || waitsForId === personId) return NOBODY;
    return { waitsForId, waitsForTeamId: otherTeamOf(waitsForId, teamId, known) };
  };
}

/** "the platform team", "Platform". A team's name inside a longer one ("the platform rewrite") is no team. */
function teamNamed(name: string, known: Team[]): Team | undefined {
  const folded = bareTeam(name);
  return known.find((team) => bareTeam(team.name) === folded);
}

function bareTeam(name: string): string {
  return foldWords(name)
    .replace(/^(?:the|our|from) /, "")
    .replace(/ (?:team|folks|people|guys)$/, "");
}

function personNamed(name: string, roster: RosterPerson[]): string | null {
  return matchPerson(name, roster, [])?.id ?? null;
}

function otherTeamOf(personId: string, teamId: string, known: Team[]): string | null {
  const theirs = known.filter(({ people }) => people.has(personId));
  if (theirs.some(({ id }) => id === teamId)) return null;
  return theirs.length === 1 && theirs[0] ? theirs[0].id : null;
}

async function listTeamsWithPeople(tx: Tx): Promise<Team[]> {
  const rows = await tx.select({ id: teams.id, name: teams.name, leadId: teams.leadId }).from(teams);
  const members = Map.groupBy(await tx.select().from(teamMembers), ({ teamId }) => teamId);
  return rows.map(({ id, name, leadId }) => {
    const people = (members.get(id) ?? []).map(({ userId }) => userId);
    return { id, name, people: new Set(leadId ? [...people, leadId] : people) };
  });
}
