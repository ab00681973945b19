import type { Actor } from "#lib/events/context";

/** Only admins see how mail is set up and what became of it, and try it out. */
export function canTryMail(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "admin";
}
