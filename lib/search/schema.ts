import { z } from "zod";
import { FOUND_KINDS } from "#drizzle/schema/search";

/** What is looked for. Of more than 200 characters the first are; whatever is typed, nothing of it is an error. */
export const Search = z.object({
  words: z
    .string()
    .overwrite((text) => text.slice(0, 200).toWellFormed())
    .describe(
      'Words that must all be there, the last as a beginning; "in quotes" side by side, -without, “or” between.',
    ),
  kind: z.enum(FOUND_KINDS).optional().describe("Only what is of this kind, and more of it"),
});
export type Search = z.input<typeof Search>;
