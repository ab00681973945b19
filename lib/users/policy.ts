import { ROLES, type Role } from "#drizzle/schema/users";
import type { Actor } from "#lib/events/context";

type Ranked = { role: Role };

/** Admins add anybody; leaders add members and viewers. */
export function canAddPerson(actor: Actor, person: Ranked): boolean {
  return isAdmin(actor) || (isLeader(actor) && isOrdinary(person));
}

/** The roles an actor may give to somebody they add. */
export function rolesToGive(actor: Actor): Role[] {
  return ROLES.filter((role) => canAddPerson(actor, { role }));
}

/** Time zone and working days: one's own, everybody's for admins, and everybody's but admins' for leaders. */
export function canEditPerson(actor: Actor, person: { id: string } & Ranked): boolean {
  return isSelf(actor, person) || canNamePerson(actor, person);
}

/**
 * Name, aliases and handles. Whoever a source names may see it, so nobody chooses for themselves what they are
 * called in notes: admins do for everybody, leaders for all others but admins.
 */
export function canNamePerson(actor: Actor, person: { id: string } & Ranked): boolean {
  return isAdmin(actor) || (isLeader(actor) && person.role !== "admin" && !isSelf(actor, person));
}

/** An e-mail address is what somebody signs in with, so only admins change it. */
export function canChangeEmail(actor: Actor): boolean {
  return isAdmin(actor);
}

/** Only admins give roles. */
export function canChangeRole(actor: Actor): boolean {
  return isAdmin(actor);
}

/** Admins invite anybody; leaders invite members and viewers who have never joined: a second link is a way into an account. */
export function canInvite(actor: Actor, person: Ranked & { joinedAt: Date | null }): boolean {
  return person.joinedAt === null ? canAddPerson(actor, person) : canResetPassword(actor);
}

/** Only admins deactivate people and take them back. */
export function canDeactivate(actor: Actor): boolean {
  return isAdmin(actor);
}

/** Only admins redact what is kept of a person, at their request. */
export function canRedact(actor: Actor): boolean {
  return isAdmin(actor);
}

/** Only admins take a forgotten password away, so that a new one can be chosen. */
export function canResetPassword(actor: Actor): boolean {
  return isAdmin(actor);
}

// The command line and the sample company act as the system, with an admin's rights.
function isAdmin(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "admin";
}

function isLeader(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "leader";
}

function isSelf(actor: Actor, person: { id: string }): boolean {
  return actor.kind === "user" && actor.id === person.id;
}

function isOrdinary(person: Ranked): boolean {
  return person.role === "member" || person.role === "viewer";
}
