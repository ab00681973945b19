import type { Actor } from "#lib/events/context";

/**
 * Admins take the second factor of somebody else away, whose authenticator is lost. Their own they turn off as everybody
 * does, with their password and a code: a browser left open must not be enough.
 */
export function canRemoveSecondFactor(actor: Actor, person: { id: string }): boolean {
  return actor.kind === "user" && actor.role === "admin" && actor.id !== person.id;
}
