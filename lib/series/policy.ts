import type { UserActor } from "#lib/events/context";

/** Who made a series, leaders and admins may rename it, as far as they see a meeting of it. */
export function canRenameSeries(actor: UserActor, series: { createdBy: string }): boolean {
  if (actor.role === "viewer") return false;
  return series.createdBy === actor.id || actor.role === "leader" || actor.role === "admin";
}

/** Who brought a meeting in or keeps it, leaders and admins may say which series it belongs to. */
export function canMoveSource(
  actor: UserActor,
  source: { authorId: string; keeperId: string | null },
): boolean {
  if (actor.role === "viewer") return false;
  if (actor.id === source.authorId || actor.id === source.keeperId) return true;
  return actor.role === "leader" || actor.role === "admin";
}
