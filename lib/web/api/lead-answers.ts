import { z } from "zod";
import { CONSENT_BASES } from "#drizzle/schema/consents";
import { LEAD_STAGES } from "#drizzle/schema/leads";
import { NAMED } from "#lib/web/api/answers";

const Id = z.string();
const Instant = z.iso.datetime();
const Day = z.iso.date();
const Count = z.number().int().min(0);

const Writable = z.discriminatedUnion("state", [
  z.object({
    state: z.enum(["valid", "expired"]),
    basis: z.enum(CONSENT_BASES),
    expiresOn: Day.nullable().describe("Null where consent has no end"),
  }),
  z.object({ state: z.enum(["none", "no_address"]) }),
  z.object({
    state: z.literal("suppressed"),
    value: z.string().describe("The address or domain on the list"),
  }),
]);

export const ListedLead = z
  .object({
    id: Id,
    version: Count,
    name: z.string(),
    company: z.string().nullable(),
    title: z.string().nullable(),
    email: z.string().nullable(),
    stage: z.enum(LEAD_STAGES),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    amountCents: Count.nullable().describe("What the deal is worth, in hundredths of `currency`"),
    currency: z.string().nullable(),
    nextStep: z.string().nullable(),
    nextStepOn: Day.nullable(),
    lastActivityAt: Instant,
    writable: Writable.describe("Whether they may be written to"),
  })
  .register(NAMED, { id: "ListedLead" });

export const LeadInFull = ListedLead.extend({
  firstName: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  origin: z.string().nullable(),
  externalId: z.string().nullable(),
  description: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  consents: z.array(
    z.object({
      basis: z.enum(CONSENT_BASES),
      obtainedOn: Day,
      expiresOn: Day.nullable(),
      evidence: z.string(),
      recordedBy: z.string(),
      recordedAt: Instant,
      withdrawnAt: Instant.nullable(),
    }),
  ),
}).register(NAMED, { id: "Lead" });

export const CreatedLead = z.object({ leadId: Id }).register(NAMED, { id: "CreatedLead" });

export const AddedNote = z
  .object({ sourceId: Id, duplicate: z.boolean().describe("Whether the lead has the same text already") })
  .register(NAMED, { id: "AddedNote" });
