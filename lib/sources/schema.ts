import { z } from "zod";
import { Cursor, Id, SearchWords, Version, Words } from "#lib/inputs/schema";
import { MAX_TEXT } from "#lib/parsers/limits";

/** Which sources a list shows: those whose title has all the words. */
export const SourceFilter = z.object({ words: SearchWords.optional(), cursor: Cursor.optional() });
export type SourceFilter = z.input<typeof SourceFilter>;

/** The whole text as it should have been, the version it corrects, and why. */
export const CorrectSource = z.object({
  sourceId: Id,
  version: Version,
  text: z
    .string()
    .max(MAX_TEXT, "The text is longer than 2,000,000 characters.")
    .refine((text) => /[^\s\0]/.test(text), "There is no text left. Delete the source instead."),
  reason: Words.min(1, "Say why, so that others understand what changed.").max(500),
});
export type CorrectSource = z.infer<typeof CorrectSource>;
