import type { UserActor } from "#lib/events/context";

/** Whoever may send anything may connect a mailbox: their own alone. */
export function canConnectMailbox(actor: UserActor): boolean {
  return actor.role !== "viewer";
}

/** Their own, or as an admin anybody's: nobody opens one, and so nobody reads in it by this. */
export function canRemoveMailbox(actor: UserActor, mailbox: { ownerId: string }): boolean {
  return actor.role === "admin" || mailbox.ownerId === actor.id;
}
