import { z } from "zod";
import { VISIBILITIES } from "#drizzle/schema/sources";
import { Day, Id, Line } from "#lib/inputs/schema";
import { FILE_FORMATS } from "#lib/parsers/formats";
import { MAX_TEXT } from "#lib/parsers/limits";
import { SeriesName } from "#lib/series/schema";
import { TimeZone } from "#lib/users/schema";

export const StoreSource = z
  .object({
    workflow: z.string().max(60),
    title: Line.min(1, "Give the source a title.").max(200),
    text: z
      .string()
      .max(MAX_TEXT, "The text is longer than 2,000,000 characters. Split it in two.")
      .refine((text) => /[^\s\0]/.test(text), "There is no text yet."),
    fileName: Line.max(255).optional(),
    /** What the file was, where the text was read from one before. */
    format: z.enum(FILE_FORMATS).optional(),
    heldOn: Day,
    timeZone: TimeZone,
    visibility: z.enum(VISIBILITIES),
    teamId: Id.nullable().default(null),
    attendees: z.array(Line.min(1).max(120)).max(200).default([]),
    /** The name of the series it belongs to: one that is there, or a new one. */
    series: SeriesName.nullable().default(null),
    /** Store although somebody else has stored the same text already. */
    again: z.boolean().default(false),
  })
  .refine((source) => source.visibility !== "team" || source.teamId, {
    path: ["teamId"],
    message: "Choose the team that sees it.",
  });
export type StoreSource = z.input<typeof StoreSource>;
