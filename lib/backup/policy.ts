import type { Actor } from "#lib/events/context";

/** A backup holds what is private to anybody, so only admins take one. */
export function canBackUp(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "admin";
}
