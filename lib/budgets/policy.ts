import type { Actor } from "#lib/events/context";

/** Leaders and admins say what a workflow may cost, and how long its work took by hand. */
export function canPlanWorkflows(actor: Actor): boolean {
  return actor.kind === "user" && (actor.role === "leader" || actor.role === "admin");
}
