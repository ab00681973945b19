import type { Actor } from "#lib/events/context";

/** Everybody who works here may bring something in; viewers only read. */
export function canStoreSource(actor: Actor): boolean {
  return actor.kind === "user" && actor.role !== "viewer";
}
