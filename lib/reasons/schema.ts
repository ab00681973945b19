import { z } from "zod";
import { Id, Line, Version } from "#lib/inputs/schema";

/** More than that is no short list, and with own words after them the number keys end. */
export const MOST_REASONS = 8;
/** Retired ones are kept for their counts. */
const MOST_KEPT = 100;

const Reason = z.object({
  /** Null for one that is added. */
  id: Id.nullable(),
  label: Line.min(1, "A reason needs words.").max(80, "A reason has at most 80 characters."),
  retired: z.boolean(),
});

/** The whole list as it is to be, in order. `version` is the one that was seen. */
export const ChangeReasons = z.object({
  version: Version,
  reasons: z
    .array(Reason)
    .max(MOST_KEPT)
    .refine(
      (reasons) => reasons.filter(({ retired }) => !retired).length <= MOST_REASONS,
      `At most ${MOST_REASONS} reasons are offered. Retire one first.`,
    )
    .refine(
      (reasons) => new Set(reasons.map(({ label }) => label.toLowerCase())).size === reasons.length,
      "Two reasons read the same. Rename or retire one of them.",
    ),
});
export type ChangeReasons = z.input<typeof ChangeReasons>;
