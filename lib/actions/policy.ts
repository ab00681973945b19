import type { UserActor } from "#lib/events/context";

type ActionRow = { ownerId: string | null };

/**
 * Whether the actor may complete, re-date or cancel an action they see: its owner, a leader or an admin, and anyone but
 * viewers while nobody on the roster owns it.
 */
export function canChangeAction(actor: UserActor, action: ActionRow): boolean {
  if (actor.role === "viewer") return false;
  if (actor.role === "leader" || actor.role === "admin") return true;
  return action.ownerId === null || action.ownerId === actor.id;
}
