import type { UserActor } from "#lib/events/context";

/** Leaders and admins have their week told to them, each for themselves: its figures are for nobody else. */
export function canHaveBrief(actor: Pick<UserActor, "role">): boolean {
  return actor.role === "leader" || actor.role === "admin";
}
