import type { Actor } from "#lib/events/context";

/** Who owns a lead has follow-ups to them drafted, and so do leaders and admins; of a lead without an owner, whoever may write. */
export function canFollowUp(actor: Actor, lead: { ownerId: string | null }): boolean {
  if (actor.kind === "system") return true;
  if (actor.role === "viewer") return false;
  return (
    lead.ownerId === null || lead.ownerId === actor.id || actor.role === "leader" || actor.role === "admin"
  );
}

export const WHO_FOLLOWS_UP = "The lead’s owner, leaders and admins have follow-ups drafted.";
