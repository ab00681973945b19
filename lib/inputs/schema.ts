import { z } from "zod";

/** An id of one of our rows, such as "drf_01m3k9…". */
export const Id = z.string().regex(/^[\w-]{1,64}$/, "This is no id.");

/** The version or revision of a row that the person saw; PostgreSQL's integers end there. */
export const Version = z.number().int().positive().max(2_147_483_647);

/** A calendar day, YYYY-MM-DD, in years that every date on a page can be counted on from. */
export const Day = z.iso
  .date()
  .refine((day) => day >= "1900-01-01" && day < "2200-01-01", "Choose a day between 1900 and 2199.");

/** Where a page of a list begins. */
export const Cursor = z.string().max(200);

/**
 * Words that people write: well-formed Unicode without what a database refuses (U+0000) and what turns the direction
 * of the words around them (Unicode's bidirectional controls), trimmed.
 */
export const Words = z
  .string()
  .overwrite((text) => text.toWellFormed().replaceAll("\0", " ").replace(TURNING, "").trim());

/** Words to look for. Few and short: each is compared with every row. */
export const SearchWords = z
  .string()
  .max(100)
  .overwrite((text) => text.toWellFormed().replaceAll("\0", " "));

/** Words on one line. */
export const Line = Words.overwrite((text) => text.replace(/\p{Cc}+/gu, " ").trim());

const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
