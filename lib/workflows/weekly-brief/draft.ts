import { z } from "zod";
import { Point } from "#lib/grounding/statement";

/** The one frozen schema of a brief: what both writers return. Changing it raises the workflow's version. */
export const Brief = z.object({
  headline: z
    .array(Point)
    .describe("Exactly one sentence: what the leader has to know if they read no further"),
  needs: z.array(Point).describe("At most five: what needs attention, the most urgent first"),
  week: z.array(Point).describe("At most six: what the figures say against the week before"),
  wins: z.array(Point).describe("At most four: what went well"),
});
export type Brief = z.infer<typeof Brief>;
