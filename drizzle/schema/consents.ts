import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** Why somebody may be written to: what Canada's anti-spam law knows, and nothing besides. */
export const CONSENT_BASES = ["express", "purchase", "inquiry", "published"] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

/** A reason to be allowed to write to an address, with what proves it. When it ends is computed, never stored. */
export const consents = pgTable(
  "consents",
  {
    id: id(),
    /** As addresses are compared: `foldAddress`. */
    address: text("address").notNull(),
    basis: text("basis", { enum: CONSENT_BASES }).notNull(),
    /** The day of the opt-in, purchase or inquiry, or on which the published address was seen. */
    obtainedOn: date("obtained_on", { mode: "string" }).notNull(),
    /** What proves it, in words: where it was said, which contract, which page. */
    evidence: text("evidence").notNull(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => users.id),
    recordedAt: instant("recorded_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by").references(() => users.id),
  },
  (t) => [
    index("consents_address_idx").on(t.address, t.recordedAt),
    index("consents_ends_idx").on(t.basis, t.obtainedOn).where(sql`${t.withdrawnAt} is null`),
    oneOf("consents_basis_known", t.basis, CONSENT_BASES),
  ],
);

export const SUPPRESSION_REASONS = ["unsubscribed", "bounced", "opted_out", "asked", "imported"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** An address or a whole domain that nothing is sent to. It outlives the lead, imports, and everything but fresh express consent. */
export const suppressions = pgTable(
  "suppressions",
  {
    id: id(),
    /** A folded address, or a folded domain, which stands for all below it. */
    value: text("value").notNull(),
    kind: text("kind", { enum: ["address", "domain"] }).notNull(),
    reason: text("reason", { enum: SUPPRESSION_REASONS }).notNull(),
    /** The server's words of a bounce, or what a person wrote. */
    note: text("note"),
    /** Null where nobody did: a link in a mail, a bounce. */
    addedBy: text("added_by").references(() => users.id),
    addedAt: instant("added_at").notNull(),
    liftedAt: instant("lifted_at"),
    liftedBy: text("lifted_by").references(() => users.id),
    /** The express consent that lifted it. */
    consentId: text("consent_id").references(() => consents.id),
  },
  (t) => [
    uniqueIndex("suppressions_value_key").on(t.value).where(sql`${t.liftedAt} is null`),
    index("suppressions_added_idx").on(t.addedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf("suppressions_kind_known", t.kind, ["address", "domain"]),
    oneOf("suppressions_reason_known", t.reason, SUPPRESSION_REASONS),
  ],
);

/** The secret end of the address at which somebody unsubscribes. One for each recipient, for ever: the law asks for 60 days. */
export const unsubscribeLinks = pgTable(
  "unsubscribe_links",
  {
    token: text("token").primaryKey(),
    address: text("address").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("unsubscribe_links_address_key").on(t.address)],
);
