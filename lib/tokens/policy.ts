import { TOKEN_SCOPES, type TokenScope } from "#drizzle/schema/tokens";
import type { Role } from "#drizzle/schema/users";
import type { Actor } from "#lib/events/context";

/** A token acts as its person, so nobody makes one for somebody else but whoever runs this machine. */
export function canCreateToken(actor: Actor, userId: string): boolean {
  return actor.kind === "system" || actor.id === userId;
}

/** One's own tokens, and everybody's for admins. */
export function canRevokeToken(actor: Actor, token: { userId: string }): boolean {
  return actor.kind === "user" && (actor.role === "admin" || actor.id === token.userId);
}

/** What a token of somebody in this role may do at most: viewers change nothing. */
export function scopesOf(role: Role): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => role !== "viewer" || scope.endsWith(":read"));
}
