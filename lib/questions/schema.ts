import { z } from "zod";
import { QUESTION_STATES } from "#drizzle/schema/records";
import { Cursor, Id, SearchWords, Version, Words } from "#lib/inputs/schema";

/** `version` is the one the person saw; anything newer is a conflict. */
export const AnswerQuestion = z.object({
  questionId: Id,
  version: Version,
  answer: Words.min(1, "Write the answer first.").max(2000, "An answer has at most 2,000 characters."),
});
export type AnswerQuestion = z.input<typeof AnswerQuestion>;

/** Which questions a list shows. */
export const QuestionFilter = z.object({
  state: z.enum(QUESTION_STATES).default("open"),
  deciderId: Id.optional(),
  seriesId: Id.optional(),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type QuestionFilter = z.input<typeof QuestionFilter>;
