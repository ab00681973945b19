import type { StandupVisibility } from "#drizzle/schema/standups";
import { AppError } from "#lib/errors";
import type { Actor, UserActor } from "#lib/events/context";

type Team = { leadId: string | null };
type Held = { team: { name: string }; standup: { active: boolean }; isMember: boolean };

/** A team's lead, leaders and admins say how its stand-up is held and have its digest written. */
export function canRunStandup(actor: Actor, team: Team): boolean {
  if (actor.kind === "system") return true;
  if (actor.role === "viewer") return false;
  return actor.id === team.leadId || actor.role === "leader" || actor.role === "admin";
}

/** Whoever belongs to a team writes updates, but for those who only read. */
export function canPostUpdate(actor: UserActor, isMember: boolean): boolean {
  return isMember && actor.role !== "viewer";
}

/** Whether the actor sees a stand-up: everybody an open one, the team and its lead theirs. */
export function canSeeStandup(
  actor: UserActor,
  {
    visibility,
    isMember,
    leadId,
  }: { visibility: StandupVisibility; isMember: boolean; leadId: string | null },
): boolean {
  return visibility === "open" || (actor.role !== "viewer" && (isMember || actor.id === leadId));
}

/** Only a leader or an admin lets digests go out by themselves. */
export function canGiveStandingApproval(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}

/** `forbidden` and why, where the actor writes no updates for the team; `invalid` where it holds no stand-up. */
export function refuseUnlessPosting(actor: UserActor, { standup, isMember, team }: Held): void {
  if (!canPostUpdate(actor, isMember))
    throw new AppError("forbidden", `Members of ${team.name} write its updates. Its lead can add you.`);
  if (!standup.active)
    throw new AppError("invalid", `${team.name} holds no stand-up at present. Its lead can begin it again.`);
}

/**
 * What somebody said over time is for them and for the leads of their teams. No role sees past it: a history read by
 * others is a league table.
 */
export function canSeeHistory(actor: UserActor, person: { id: string; leadIds: string[] }): boolean {
  return actor.id === person.id || (actor.role !== "viewer" && person.leadIds.includes(actor.id));
}

/** Leaders and admins know of every team how many wrote, never what; others of the stand-ups they see. */
export function seesEveryShare(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}
