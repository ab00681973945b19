import { AppError } from "#lib/errors";
import type { Actor } from "#lib/events/context";

/** Everybody who works here records consent and who asked not to be written to; viewers read it. */
export function canChangeConsent(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "viewer";
}

/** `forbidden` for whoever only reads it. */
export function refuseReaders(actor: Actor): void {
  if (!canChangeConsent(actor))
    throw new AppError("forbidden", "Viewers read. Ask an admin for another role.");
}
