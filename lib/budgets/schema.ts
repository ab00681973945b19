import { z } from "zod";
import { MOST_HUNDREDTHS } from "#lib/format/amount";

const Workflow = z.string().min(1).max(100);
/** The version that was seen; 0 where nothing was set. */
const Seen = z.number().int().min(0);

/** `monthCents` is what a month may cost in hundredths of a dollar; null for no limit. */
export const SetBudget = z.object({
  workflow: Workflow,
  version: Seen,
  monthCents: z.number().int().min(0, "A budget is nothing or more.").max(MOST_HUNDREDTHS).nullable(),
});
export type SetBudget = z.infer<typeof SetBudget>;

/** `minutes` is how long one draft's work took by hand; null where nobody knows. */
export const SetBaseline = z.object({
  workflow: Workflow,
  version: Seen,
  minutes: z
    .number("Write whole minutes.")
    .int("Write whole minutes.")
    .min(0, "It took no time or more.")
    .max(10_000, "At most 10,000 minutes.")
    .nullable(),
});
export type SetBaseline = z.infer<typeof SetBaseline>;
