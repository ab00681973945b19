import { z } from "zod";
import { PERIOD_KINDS } from "#lib/figures/period";
import { Cursor, Id } from "#lib/inputs/schema";

/** Which figures are asked for: of which period, this one or the one before, and of one team’s people alone. */
export const FigureFilter = z.object({
  period: z.enum(PERIOD_KINDS).default("week"),
  ago: z.union([z.literal(0), z.literal(1)]).default(0),
  teamId: Id.optional(),
});
export type FigureFilter = z.input<typeof FigureFilter>;

/** What has rows behind it: decisions, actions, what a person sent in, and runs that cost something. */
export const FIGURES = [
  "approved",
  "unedited",
  "edited",
  "rejected",
  "decided",
  "timed",
  "byHand",
  "measured",
  "opened",
  "done",
  "sent",
  "spend",
] as const;
export type FigureName = (typeof FIGURES)[number];

/** The rows behind a figure; `who` narrows decisions and sources down to one person, `workflow` decisions and runs. */
export const FigureRowsOf = FigureFilter.extend({
  of: z.enum(FIGURES),
  who: Id.optional(),
  workflow: Id.optional(),
  cursor: Cursor.optional(),
});
export type FigureRowsOf = z.input<typeof FigureRowsOf>;
