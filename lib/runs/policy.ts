import type { Actor } from "#lib/events/context";

/** Who asked for a run may stop and repeat it; leaders and admins any they see. */
export function canSteerRun(actor: Actor, run: { requestedBy: string }): boolean {
  if (actor.kind === "system") return true;
  if (actor.role === "viewer") return false;
  return actor.id === run.requestedBy || actor.role === "leader" || actor.role === "admin";
}
