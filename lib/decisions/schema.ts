import { z } from "zod";
import { Cursor, Id, SearchWords } from "#lib/inputs/schema";

/** Which decisions a list shows: those whose text has all the words. */
export const DecisionFilter = z.object({
  words: SearchWords.optional(),
  seriesId: Id.optional(),
  cursor: Cursor.optional(),
});
export type DecisionFilter = z.input<typeof DecisionFilter>;
