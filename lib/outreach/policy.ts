import type { Actor } from "#lib/events/context";

/** Leaders and admins say who the company is in its mails, and how much it sends. */
export function canChangeOutreach(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "leader" || actor.role === "admin";
}

/** Who may write to leads has a voice of their own. */
export function canHaveVoice(actor: Actor): boolean {
  return actor.kind === "user" && actor.role !== "viewer";
}
