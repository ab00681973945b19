import { z } from "zod";
import { Id } from "#lib/inputs/schema";

/** Who takes over what somebody leaves, by kind; null leaves it to nobody. */
export const TakeOver = z.object({
  drafts: Id.nullable().default(null),
  actions: Id.nullable().default(null),
  questions: Id.nullable().default(null),
  blockers: Id.nullable().default(null),
  teams: Id.nullable().default(null),
  /** Leads, and the follow-ups to them that wait. */
  leads: Id.nullable().default(null),
  /** Private sources become another person's to see only when an admin names that person here. */
  privateSources: Id.nullable().default(null),
});
export type TakeOver = z.output<typeof TakeOver>;

export const DeactivatePerson = z.object({ userId: Id, takeOver: TakeOver.prefault({}) });
export type DeactivatePerson = z.input<typeof DeactivatePerson>;
