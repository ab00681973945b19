import { z } from "zod";
import { VISIBILITIES } from "#drizzle/schema/sources";
import { MAX_TEXT } from "#lib/intake/limits";
import { TimeZone } from "#lib/users/schema";

/** One line of words: what can't be printed, and what a database refuses, becomes a space. */
const Line = z.string().overwrite((text) => text.replace(/\p{Cc}+/gu, " ").trim());
const Id = z.string().min(1).max(64);

export const StoreSource = z
  .object({
    workflow: z.string().max(60),
    title: Line.min(1, "Give the source a title.").max(200),
    text: z
      .string()
      .max(MAX_TEXT, "The text is longer than 2,000,000 characters. Split it in two.")
      .refine((text) => text.trim().length > 0, "There is no text yet."),
    fileName: Line.max(255).optional(),
    heldOn: z.iso.date(),
    timeZone: TimeZone,
    visibility: z.enum(VISIBILITIES),
    teamId: Id.nullable().default(null),
    attendees: z.array(Line.min(1).max(120)).max(200).default([]),
    /** Store although somebody else has stored the same text already. */
    again: z.boolean().default(false),
  })
  .refine((source) => source.visibility !== "team" || source.teamId, {
    path: ["teamId"],
    message: "Choose the team that sees it.",
  });
export type StoreSource = z.input<typeof StoreSource>;
