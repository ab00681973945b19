import { z } from "zod";
import { isCurrency } from "#lib/format/amount";
import { Cursor, Id, Line } from "#lib/inputs/schema";
import { IMPORT_FIELDS, type ImportField } from "#lib/lead-imports/fields";
import { MAX_LEAD_FILE_BYTES, PART_BYTES } from "#lib/lead-imports/limits";
import { CSV_ENCODINGS, DELIMITERS } from "#lib/parsers/formats";
import { MAX_COLUMNS } from "#lib/parsers/limits";

/** A file about to be sent: its name and how many bytes it has. */
export const BeginImport = z.object({
  fileName: Line.pipe(
    z.string().min(1, "The file has no name.").max(200, "The name of the file is too long."),
  ),
  size: z
    .number()
    .int()
    .min(1, "The file is empty. Nothing was taken.")
    .max(MAX_LEAD_FILE_BYTES, "The file is larger than 100 MB. Split it in two."),
});
export type BeginImport = z.infer<typeof BeginImport>;

/** The bytes of a part, which are counted from 0; all but the last are as long as they may be. */
export const AddPart = z.object({
  importId: Id,
  number: z
    .number()
    .int()
    .min(0)
    .max(MAX_LEAD_FILE_BYTES / PART_BYTES),
  bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
});
export type AddPart = z.infer<typeof AddPart>;

const NAMING: ImportField[] = ["email", "name", "firstName", "lastName"];

/** What each column is, in their order, and no field twice. */
export const Mapping = z
  .array(z.enum(IMPORT_FIELDS).nullable())
  .max(MAX_COLUMNS)
  .refine((fields) => fields.some((field) => field && NAMING.includes(field)), {
    message: "Choose which column has the e-mail address or the name.",
  })
  .refine((fields) => new Set(fields.filter(Boolean)).size === fields.filter(Boolean).length, {
    message: "Two columns are chosen for the same field. Leave one of them out.",
  });

/** Go: what each column is, whose leads those become that name no owner, and in which currency amounts are that name none. */
export const StartImport = z.object({
  importId: Id,
  mapping: Mapping,
  ownerId: Id.nullable(),
  currency: z.string().refine(isCurrency, "Write a currency with its three letters, such as CAD.").nullable(),
});
export type StartImport = z.infer<typeof StartImport>;

/** Read the file anew: how its bytes stand for characters, and what stands between cells. */
export const ReadAgain = z.object({
  importId: Id,
  encoding: z.enum(CSV_ENCODINGS),
  delimiter: z.enum(DELIMITERS),
});
export type ReadAgain = z.infer<typeof ReadAgain>;

export const DiscardImport = z.object({ importId: Id });
export type DiscardImport = z.infer<typeof DiscardImport>;

/** A page of what was refused. */
export const RefusedPage = z.object({ importId: Id, cursor: Cursor.optional() });
export type RefusedPage = z.infer<typeof RefusedPage>;
