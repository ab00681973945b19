import { z } from "zod";
import { Id } from "#lib/inputs/schema";

/** What somebody can be reminded of. */
export const NUDGED = ["action", "blocker", "question"] as const;
export type Nudged = (typeof NUDGED)[number];

export const Nudge = z.object({ of: z.enum(NUDGED), id: Id });
export type Nudge = z.infer<typeof Nudge>;
