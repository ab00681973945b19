import type { Actor } from "#lib/events/context";

/** A backup holds what is private to anybody, so of people only admins take one; whoever runs this machine has it all. */
export function canBackUp(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}

/** An unused database has nobody in it yet, so only whoever runs this machine fills it. */
export function canRestore(actor: Actor): boolean {
  return actor.kind === "system";
}
