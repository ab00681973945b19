import { z } from "zod";
import { CONSENT_BASES } from "#drizzle/schema/consents";
import { foldAddress, foldDomain } from "#lib/format/mail-address";
import { Cursor, Day, Id, Line, SearchWords, Words } from "#lib/inputs/schema";

const NO_ADDRESS = "Mail can’t be sent to this address. Write it like kim@example.com.";

/** An address, as addresses are compared afterwards. */
const Address = Line.max(254, NO_ADDRESS).transform((text, check) => {
  const address = foldAddress(text);
  if (address) return address;
  check.addIssue({ code: "custom", message: NO_ADDRESS });
  return z.NEVER;
});

/** What proves a consent; whoever sends has to (CASL, section 13). */
const Evidence = Words.min(3, "Say what proves it: where it was said, which contract, which page.").max(
  2_000,
);

/** `obtainedOn` is the day of the opt-in, purchase or inquiry, or on which the published address was seen. */
export const RecordConsent = z.object({
  email: Address,
  basis: z.enum(CONSENT_BASES, "Choose what allows writing to them."),
  obtainedOn: Day,
  evidence: Evidence,
});
export type RecordConsent = z.input<typeof RecordConsent>;

const Note = Words.max(500).transform((text) => text || undefined);

export const WithdrawConsent = z.object({ email: Address, note: Note.optional() });
export type WithdrawConsent = z.input<typeof WithdrawConsent>;

/** An address, or a domain with or without "@" before it, which stands for all below it. */
const Suppressed = Line.max(254).transform((text, check) => {
  const address = foldAddress(text);
  if (address) return { kind: "address" as const, value: address };
  const domain = foldDomain(text);
  if (domain) return { kind: "domain" as const, value: domain };
  check.addIssue({
    code: "custom",
    message: "Write an address like kim@example.com, or a domain like example.com.",
  });
  return z.NEVER;
});

export const SuppressAddress = z.object({ value: Suppressed, note: Note.optional() });
export type SuppressAddress = z.input<typeof SuppressAddress>;

/** The fresh express consent without which nothing comes off the list. */
export const LiftSuppression = z.object({ suppressionId: Id, obtainedOn: Day, evidence: Evidence });
export type LiftSuppression = z.input<typeof LiftSuppression>;

export const SuppressionFilter = z.object({ words: SearchWords.optional(), cursor: Cursor.optional() });
export type SuppressionFilter = z.input<typeof SuppressionFilter>;
