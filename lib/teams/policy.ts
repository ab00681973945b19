import type { Actor } from "#lib/events/context";

/** Only admins create and rename teams and choose their leads. */
export function canManageTeams(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}

/** A team's lead and admins say who is in it, because members see what is shared with the team. */
export function canChangeMembers(actor: Actor, team: { leadId: string | null }): boolean {
  return canManageTeams(actor) || (actor.kind === "user" && actor.id === team.leadId);
}
