import type { UserActor } from "#lib/events/context";

/** Leaders and admins look after other people's work; everybody else looks after their own. */
export function canSeeAttention(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}
