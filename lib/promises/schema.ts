import { z } from "zod";
import { Cursor, Day, Id, SearchWords, Words } from "#lib/inputs/schema";

/**
 * Which promises a list shows. Those due from a day on, or without a day, come with the first due first; those due until
 * one, inclusive, with the last due first. `toName` is whom they were made to, as it was said.
 */
export const PromiseFilter = z.object({
  dueFrom: Day.optional(),
  dueUntil: Day.optional(),
  promiserId: Id.optional(),
  toName: Words.max(200).optional(),
  seriesId: Id.optional(),
  words: SearchWords.optional(),
  cursor: Cursor.optional(),
});
export type PromiseFilter = z.input<typeof PromiseFilter>;
