import { z } from "zod";
import { Cursor, SearchWords } from "#lib/inputs/schema";

/** Which sources a list shows: those whose title has all the words. */
export const SourceFilter = z.object({ words: SearchWords.optional(), cursor: Cursor.optional() });
export type SourceFilter = z.input<typeof SourceFilter>;
