import type { UserActor } from "#lib/events/context";

/** A blocker, and what the actor is to its team. `serves` is whether they are in the team that it waits for. */
export type BlockerStanding = {
  personId: string | null;
  ownerId: string | null;
  leads: boolean;
  belongs: boolean;
  serves: boolean;
};

/**
 * Whether the actor may end, reopen or reword a blocker they see: whose it is, who unblocks it, the team's lead, a
 * leader or an admin.
 */
export function canDecideBlocker(actor: UserActor, blocker: BlockerStanding): boolean {
  if (actor.role === "viewer") return false;
  if (actor.role === "leader" || actor.role === "admin") return true;
  return blocker.leads || blocker.personId === actor.id || blocker.ownerId === actor.id;
}

/** Whether the actor may confirm it or say who unblocks it: those, and everybody in the team or in the one it waits for. */
export function canTakeBlocker(actor: UserActor, blocker: BlockerStanding): boolean {
  if (actor.role === "viewer") return false;
  return canDecideBlocker(actor, blocker) || blocker.belongs || blocker.serves;
}
