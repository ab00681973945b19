import { z } from "zod";
import {
  DecisionPoint,
  DuePoint,
  EarlierPoint,
  PersonPoint,
  Point,
  PromisePoint,
  UntilPoint,
} from "#lib/grounding/statement";

/** The one frozen schema of meeting notes: what both writers return. Changing it raises the workflow's version. */
export const MeetingNotes = z.object({
  outcome: z.array(Point).describe("At most one: the outcome of the meeting in one line"),
  summary: z.array(Point).describe("Two to six sentences, each one fact"),
  decisions: z.array(DecisionPoint).describe("What was decided; person: who decided, as named, or empty"),
  actions: z
    .array(DuePoint)
    .describe("What somebody will do, verb first; person: the one owner as named, or empty"),
  promises: z
    .array(PromisePoint)
    .describe("What was promised to somebody outside; person: who promised, to: whom, as named, or empty"),
  questions: z.array(PersonPoint).describe("What stayed open; person: who decides, as named, or empty"),
  deferred: z.array(UntilPoint).describe("Topics put off; due: until when, in the source's words, or empty"),
  earlier: z
    .array(EarlierPoint)
    .describe("Of the things from earlier meetings, those the source says are done or changed"),
});
export type MeetingNotes = z.infer<typeof MeetingNotes>;
