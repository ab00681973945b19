import type { Actor } from "#lib/events/context";

/** Only admins connect the workspace, link channels, and say who is who: what they link decides what is taken and posted. */
export function canConnectSlack(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "admin";
}

/** Viewers read: what they write in Slack is no update. */
export function canWriteUpdates(actor: { role: string }): boolean {
  return actor.role !== "viewer";
}
