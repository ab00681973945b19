import { z } from "zod";
import { PersonPoint, Point } from "#lib/grounding/statement";

/** The one frozen schema of a digest: what both writers return. Changing it raises the workflow's version. */
export const Digest = z.object({
  blockers: z
    .array(PersonPoint)
    .describe("What keeps somebody from going on, said or implied; person: whose it is, as named"),
  contradictions: z
    .array(PersonPoint)
    .describe("Where somebody's words don't go together; person: who wrote them, as named"),
  progress: z.array(Point).describe("At most six: what moved the team on since the last stand-up"),
  lines: z
    .array(PersonPoint)
    .describe("Exactly one line for each person who wrote, in their own words; person: who, as named"),
  changes: z
    .array(PersonPoint)
    .describe("What changed against what was planned at the last stand-up; person: whose plan, as named"),
  silent: z.array(Point).describe("Left empty: code says who wrote nothing"),
});
export type Digest = z.infer<typeof Digest>;
