import { z } from "zod";

/** A record of an earlier approval that a run was given to know. */
export type EarlierRecord = {
  /** What the record is called towards a writer, and as a statement that carries it over: "e1", "e2". */
  ref: string;
  kind: "action" | "decision" | "question";
  id: string;
  /** The record's version when the run began. */
  version: number;
  text: string;
  personId: string | null;
  personName: string | null;
  /** YYYY-MM-DD, or null. */
  dueOn: string | null;
  /** Whether the action or question is open, or the decision stands. */
  isOpen: boolean;
  /** Whether it comes from an earlier meeting, and not from the same notes. */
  isCarried: boolean;
  /** Whether it comes from a meeting that has nothing to do with this one: more must speak for its being the same. */
  isElsewhere: boolean;
};

/** How a statement takes a record that stood before: as still open, done, the same, superseded by it, or as another one. */
export const EarlierAs = z.enum(["open", "done", "same", "superseding", "new"]);
export type EarlierAs = z.infer<typeof EarlierAs>;

/** The record that a statement is about, at the version that was seen, and how the statement takes it. */
export const EarlierLink = z.object({
  kind: z.enum(["action", "decision", "question"]),
  id: z.string().min(1).max(64),
  version: z.number().int().positive(),
  as: EarlierAs,
  /** What was proposed, so that the choice offered stays the same one. */
  proposed: EarlierAs,
});
export type EarlierLink = z.infer<typeof EarlierLink>;
