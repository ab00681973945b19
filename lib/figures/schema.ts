import { z } from "zod";
import { PERIOD_KINDS } from "#lib/figures/period";
import { Id } from "#lib/inputs/schema";

/** Which figures are asked for: of which period, this one or the one before, and of one team’s people alone. */
export const FigureFilter = z.object({
  period: z.enum(PERIOD_KINDS).default("week"),
  ago: z.union([z.literal(0), z.literal(1)]).default(0),
  teamId: Id.optional(),
});
export type FigureFilter = z.input<typeof FigureFilter>;
