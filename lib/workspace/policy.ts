import type { Actor } from "#lib/events/context";

/** Only admins change the company's name and time zone. */
export function canChangeCompany(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}
