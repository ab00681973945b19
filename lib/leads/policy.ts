import type { Actor } from "#lib/events/context";

/** Everybody who works here changes leads; viewers read them. */
export function canChangeLeads(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "viewer";
}

/** What is deleted can't be brought back: leaders and admins alone do it. */
export function canDeleteLead(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "leader" || actor.role === "admin";
}
