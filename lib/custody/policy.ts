import type { Actor } from "#lib/events/context";

type Kept = { authorId: string; keeperId: string | null };

/** Who brought a source in, or keeps it since they left, may delete it, take words out of it and say who sees it; admins any they see themselves. */
export function canKeepSource(actor: Actor, source: Kept): boolean {
  if (actor.kind === "system") return true;
  if (actor.role === "viewer") return false;
  return actor.id === source.authorId || actor.id === source.keeperId || actor.role === "admin";
}

/** Only admins say how long sources are kept. */
export function canSetRetention(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}
