import { z } from "zod";
import { RECORDS_FATES } from "#drizzle/schema/retention";
import { VISIBILITIES } from "#drizzle/schema/sources";
import { Id, Words } from "#lib/inputs/schema";

export const NameSource = z.object({ sourceId: Id });
export type NameSource = z.input<typeof NameSource>;

export const DeleteSource = NameSource.extend({ records: z.enum(RECORDS_FATES) });
export type DeleteSource = z.input<typeof DeleteSource>;

/** `words` as the text has them. */
export const PreviewRedaction = NameSource.extend({
  words: Words.min(2, "Give the words to take out.").max(2000, "At most 2,000 characters at a time."),
});
export type PreviewRedaction = z.input<typeof PreviewRedaction>;

/** `points` says whether what was written from the sentences with the words goes as well. */
export const RedactSource = PreviewRedaction.extend({ points: z.enum(RECORDS_FATES) });
export type RedactSource = z.input<typeof RedactSource>;

export const ShareSource = NameSource.extend({
  visibility: z.enum(VISIBILITIES),
  teamId: Id.nullable().default(null),
}).refine((source) => source.visibility !== "team" || source.teamId, {
  path: ["teamId"],
  message: "Choose the team that sees it.",
});
export type ShareSource = z.input<typeof ShareSource>;

/** `days` from the day it came in, null for ever. `going` is how many sources whoever asks knows to go at once. */
export const SetRetention = z.object({
  workflow: z.string().max(60),
  days: z.number().int().min(1, "Keep sources for at least one day.").max(36_500).nullable(),
  records: z.enum(RECORDS_FATES),
  going: z.number().int().min(0).default(0),
});
export type SetRetention = z.input<typeof SetRetention>;
