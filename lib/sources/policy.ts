import type { Actor } from "#lib/events/context";

type Written = { authorId: string; keeperId: string | null };

/** Who brought a source in, or keeps it since they left, may correct its text; leaders and admins any they see. */
export function canCorrectSource(actor: Actor, source: Written): boolean {
  if (actor.kind === "system") return true;
  if (actor.role === "viewer") return false;
  const own = actor.id === source.authorId || actor.id === source.keeperId;
  return own || actor.role === "leader" || actor.role === "admin";
}
