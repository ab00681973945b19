import type { Actor } from "#lib/events/context";

/** Everybody who works here may bring leads in; viewers only read. */
export function canImportLeads(actor: Actor): boolean {
  return actor.kind === "user" && actor.role !== "viewer";
}

/** Who brought a file may go on with it and discard it; leaders and admins any. */
export function canSteerImport(actor: Actor, { createdBy }: { createdBy: string }): boolean {
  if (actor.kind === "system") return true;
  if (!canImportLeads(actor)) return false;
  return actor.id === createdBy || actor.role === "leader" || actor.role === "admin";
}
