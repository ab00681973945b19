import type { Actor } from "#lib/events/context";

/** One's own time away, and that of others for leaders, admins and the lead of a team they are in. */
export function canRecordAbsence(actor: Actor, person: { id: string; leadIds: string[] }): boolean {
  if (actor.kind === "system") return true;
  return (
    actor.id === person.id ||
    actor.role === "leader" ||
    actor.role === "admin" ||
    person.leadIds.includes(actor.id)
  );
}

/** Only admins say on which days nobody works. */
export function canChangeHolidays(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}
