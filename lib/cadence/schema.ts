import { z } from "zod";
import { Id, Version } from "#lib/inputs/schema";

/** Days after the first, ascending: the first may be 0. */
export const CadenceDays = z
  .array(z.number().int().min(0).max(365))
  .min(1, "Name at least one day.")
  .max(10, "A cadence has at most ten mails.")
  .refine(
    (days) => days.every((day, n) => n === 0 || day > (days[n - 1] ?? 0)),
    "Each day comes after the one before.",
  );

/** Without days, those of the company. */
export const StartCadence = z.object({ leadId: Id, days: CadenceDays.optional() });
export type StartCadence = z.infer<typeof StartCadence>;

export const ChangeCadence = z.object({ leadId: Id, version: Version, days: CadenceDays });
export type ChangeCadence = z.infer<typeof ChangeCadence>;

export const EndCadence = z.object({ leadId: Id, version: Version });
export type EndCadence = z.infer<typeof EndCadence>;

export const DraftNow = z.object({
  leadId: Id,
  promiseId: Id.optional(),
});
export type DraftNow = z.infer<typeof DraftNow>;
