import type { Actor } from "#lib/events/context";

/** Only admins say what reasons there are to reject a draft. */
export function canChangeReasons(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}

/** Leaders and admins see how often each reason was given. Never by whom. */
export function canCountReasons(actor: Actor): boolean {
  return actor.kind === "user" && (actor.role === "leader" || actor.role === "admin");
}
