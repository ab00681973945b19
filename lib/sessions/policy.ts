import type { Actor } from "#lib/events/context";

/** One's own sessions, and everybody's for admins. */
export function canListSessions(actor: Actor, userId: string): boolean {
  return canRevokeSession(actor, { userId });
}

/** One's own sessions, and everybody's for admins. */
export function canRevokeSession(actor: Actor, session: { userId: string }): boolean {
  return actor.kind === "user" && (actor.role === "admin" || actor.id === session.userId);
}

/** Only admins release somebody from their account at a sign-in provider: the next sign-in there binds anew. */
export function canReleaseIdentity(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "admin";
}

/** Nobody who is signed in may act as somebody else; only the machine Countersign runs on makes such links. */
export function canMakeSignInLink(actor: Actor): boolean {
  return actor.kind === "system";
}
