import { z } from "zod";
import { LEAD_STAGES } from "#drizzle/schema/leads";
import { STANDING_FILTERS } from "#lib/consent/standing-filter";
import { isCurrency, MOST_HUNDREDTHS } from "#lib/format/amount";
import { isCountry } from "#lib/format/countries";
import { foldAddress } from "#lib/format/mail-address";
import { Cursor, Day, Id, Line, SearchWords, Version, Words } from "#lib/inputs/schema";
import { MOST_PAGES } from "#lib/leads/board-pages";

/** A line that may be left empty, which is the same as none. */
const optional = (most: number) =>
  Line.max(most, `At most ${most} characters.`)
    .transform((text) => text || null)
    .nullable();

const Name = Line.min(1, "Give a name.").max(200, "A name has at most 200 characters.");

const Email = Line.max(254, "An address has at most 254 characters.")
  .refine(
    (text) => !text || foldAddress(text),
    "Mail can’t be sent to this address. Write it like kim@example.com.",
  )
  .transform((text) => text || null)
  .nullable();

const Country = Line.refine(
  (text) => !text || isCountry(text.toUpperCase()),
  "Write a country with its two letters, such as CA.",
)
  .transform((text) => text.toUpperCase() || null)
  .nullable();

const Currency = Line.overwrite((text) => text.toUpperCase())
  .refine((code) => !code || isCurrency(code), "Write a currency with its three letters, such as CAD.")
  .transform((code) => code || null)
  .nullable();

const Amount = z
  .number()
  .int("Give the amount in hundredths, without a fraction.")
  .min(0, "An amount is not below zero.")
  .max(MOST_HUNDREDTHS, "This amount is too large.")
  .nullable();

const FACTS = {
  name: Name,
  firstName: optional(80),
  email: Email,
  company: optional(200),
  title: optional(200),
  phone: optional(60),
  country: Country,
  origin: optional(200),
  externalId: optional(120),
  amountCents: Amount,
  currency: Currency,
  nextStep: optional(300),
  nextStepOn: Day.nullable(),
  description: Words.max(20_000, "At most 20,000 characters. Paste the rest as a note.")
    .transform((text) => text || null)
    .nullable(),
  ownerId: Id.nullable(),
};

/** What is known of somebody. `amountCents` is in hundredths of `currency`; without `ownerId` it is whoever asks. */
export const CreateLead = z
  .object(FACTS)
  .partial()
  .extend({ name: Name, stage: z.enum(LEAD_STAGES).default("new") })
  .refine(({ amountCents, currency }) => amountCents == null || currency, {
    path: ["currency"],
    message: "Say which currency the amount is in.",
  });
export type CreateLead = z.input<typeof CreateLead>;

/** `version` is the one the person saw; what is left out of `facts` stays as it is. */
export const EditLead = z.object({ leadId: Id, version: Version, facts: z.object(FACTS).partial() });
export type EditLead = z.input<typeof EditLead>;
export type LeadFacts = z.output<typeof EditLead>["facts"];

export const MoveStage = z.object({ leadId: Id, version: Version, stage: z.enum(LEAD_STAGES) });
export type MoveStage = z.infer<typeof MoveStage>;

export const NOTE_KINDS = ["note", "call", "thread"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** `on` is the day of the call or of the last mail, YYYY-MM-DD; today where it is left out. */
export const AddNote = z.object({
  leadId: Id,
  kind: z.enum(NOTE_KINDS),
  text: z
    .string()
    .max(200_000, "The text is longer than 200,000 characters. Split it in two.")
    .refine((text) => /[^\s\0]/.test(text), "There is no text yet."),
  on: Day.optional(),
});
export type AddNote = z.input<typeof AddNote>;

export const NameLead = z.object({ leadId: Id });
export type NameLead = z.infer<typeof NameLead>;

export const DeleteLead = NameLead.extend({ version: Version });
export type DeleteLead = z.infer<typeof DeleteLead>;

/** What a list of leads can be narrowed down to. `open` leaves out those that are won or lost. */
export const LeadNarrowing = z.object({
  words: SearchWords.optional(),
  stage: z.enum([...LEAD_STAGES, "open"]).optional(),
  /** "none" for those that nobody owns. */
  ownerId: Id.optional(),
  /** Those to whom nothing happened since that day, YYYY-MM-DD. */
  quietSince: Day.optional(),
  /** How they stand with consent; `expiring` within 30 days. */
  consent: z.enum(STANDING_FILTERS).optional(),
});
export type LeadNarrowing = z.infer<typeof LeadNarrowing>;

/** `pages` is how many pages of a column are open. */
export const BoardFilter = LeadNarrowing.pick({ ownerId: true }).extend({
  pages: z.partialRecord(z.enum(LEAD_STAGES), z.int().min(1).max(MOST_PAGES)).default({}),
});
export type BoardFilter = z.input<typeof BoardFilter>;

export const TimelineFilter = NameLead.extend({ cursor: Cursor.optional() });
export type TimelineFilter = z.input<typeof TimelineFilter>;

export const LeadFilter = LeadNarrowing.extend({ importId: Id.optional(), cursor: Cursor.optional() });
export type LeadFilter = z.input<typeof LeadFilter>;
