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

const Offset = z.coerce.number().int().min(0).max(10_000_000);

/** What an address says of words in a source: the version in which they were read, and their offsets there. */
export const PassageAddress = z
  .object({ of: Offset.min(1), from: Offset, to: Offset })
  .refine(({ from, to }) => from < to)
  .nullable()
  .catch(null);
export type PassageAddress = z.output<typeof PassageAddress>;
