import { z } from "zod";
import { Cursor, SearchWords } from "#lib/inputs/schema";

/** Which documents a list shows: those whose title has all the words. */
export const DocumentFilter = z.object({ words: SearchWords.optional(), cursor: Cursor.optional() });
export type DocumentFilter = z.input<typeof DocumentFilter>;
