import type { ConsentBasis, SuppressionReason } from "#drizzle/schema/consents";
import type { StandingFilter } from "#lib/consent/standing-filter";

/** What the bases of consent are called, in short and as a choice. */
export const BASIS_NAMES: Record<ConsentBasis, { word: string; choice: string }> = {
  express: { word: "express", choice: "Express: they said yes, until they take it back" },
  purchase: { word: "purchase", choice: "A purchase or contract: holds for two years" },
  inquiry: { word: "inquiry", choice: "An inquiry: holds for six months" },
  published: { word: "published", choice: "A published business address, for what concerns their work" },
};

/** Why something is on the list that nothing is sent to. */
export const REASON_WORDS: Record<SuppressionReason, string> = {
  unsubscribed: "unsubscribed",
  bounced: "mail came back",
  opted_out: "opted out",
  asked: "asked not to be written to",
  imported: "came with an import",
};

/** How leads are narrowed down by consent. */
export const STANDING_WORDS: Record<StandingFilter, string> = {
  valid: "With consent",
  expiring: "Ends in 30 days",
  expired: "Expired",
  none: "No consent",
  suppressed: "Suppressed",
};
