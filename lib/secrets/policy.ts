import type { Actor } from "#lib/events/context";

/** Keys are where Countersign runs, so only who runs it there replaces them. */
export function canResealSecrets(actor: Actor): boolean {
  return actor.kind === "system";
}
