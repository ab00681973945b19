import { z } from "zod";

/** A sentence of a mail. One that states something about either side gives the words of a source that say it. */
const Sentence = z.object({
  text: z.string().describe("One sentence, at most 35 words, as it stands in the mail"),
  quote: z
    .string()
    .describe(
      "Verbatim words of one source, one sentence, that say this; empty where nothing factual is said",
    ),
});

/** The one frozen schema of a follow-up: what both writers return. Changing it raises the workflow's version. */
export const FollowUp = z.object({
  subject: z.array(Sentence).describe("Two or three subject lines to choose from, the best first"),
  opening: z.array(Sentence).describe("At most two sentences that pick up what was last said"),
  fact: z.array(Sentence).describe("Exactly one fact that the lead was not told before, with its quote"),
  body: z.array(Sentence).describe("At most four sentences: what the fact means for them"),
  ask: z.array(Sentence).describe("Exactly one question or request, at the end"),
});
export type FollowUp = z.infer<typeof FollowUp>;

const MOST: Record<keyof FollowUp, number> = { subject: 3, opening: 2, fact: 1, body: 4, ask: 1 };

/** A mail with no more sentences of each sort than were asked for. */
export function cutToMost(mail: FollowUp): FollowUp {
  return {
    subject: mail.subject.slice(0, MOST.subject),
    opening: mail.opening.slice(0, MOST.opening),
    fact: mail.fact.slice(0, MOST.fact),
    body: mail.body.slice(0, MOST.body),
    ask: mail.ask.slice(0, MOST.ask),
  };
}
