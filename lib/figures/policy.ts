import { AppError } from "#lib/errors";
import type { UserActor } from "#lib/events/context";

/** Leaders and admins see figures of everybody. Nobody else sees another person's. */
export function canSeeFigures(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}

/** Throws `forbidden` for everybody else. */
export function refuseFigures(actor: UserActor): void {
  if (!canSeeFigures(actor)) throw new AppError("forbidden", "Leaders and admins see the company’s figures.");
}
