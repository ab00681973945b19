import type { Actor } from "#lib/events/context";

/** One's own sessions, and everybody's for admins. */
export function canListSessions(actor: Actor, userId: string): boolean {
  return canRevokeSession(actor, { userId });
}

/** One's own sessions, and everybody's for admins. */
export function canRevokeSession(actor: Actor, session: { userId: string }): boolean {
  return actor.kind === "user" && (actor.role === "admin" || actor.id === session.userId);
}

/** Nobody who is signed in may act as somebody else; only the machine Countersign runs on makes such links. */
export function canMakeSignInLink(actor: Actor): boolean {
  return actor.kind === "system";
}
