import type { ConsentBasis } from "#drizzle/schema/consents";
import { addMonths } from "#lib/format/dates";

export type Consent = {
  id: string;
  basis: ConsentBasis;
  /** YYYY-MM-DD. */
  obtainedOn: string;
  evidence: string;
};

/** A consent with the day after which it holds no more; null where it has no end. */
export type DatedConsent = Consent & { expiresOn: string | null };

/** Whether an address may be written to, and on what ground or why not. */
export type ConsentStanding =
  | { state: "valid"; consent: DatedConsent }
  | { state: "expired"; consent: DatedConsent }
  | { state: "none" }
  | { state: "suppressed"; value: string; reason: string; at: Date };

/**
 * Months for which consent is implied (CASL, S.C. 2010, c. 23, section 10(10)): two years after a purchase or contract,
 * six months after an inquiry. Express consent holds until it is withdrawn, and so does a published business address
 * for as long as a person finds it published.
 */
export const MONTHS: Record<ConsentBasis, number | null> = {
  express: null,
  purchase: 24,
  inquiry: 6,
  published: null,
};

/** The consent that counts on a day: one that holds before one that has ended, the one that lasts longest first. */
export function standingOf(consents: Consent[], today: string): ConsentStanding {
  const dated = consents
    .filter(({ obtainedOn }) => obtainedOn <= today)
    .map((consent): DatedConsent => ({ ...consent, expiresOn: expiryOf(consent) }))
    .sort(
      (a, b) =>
        lastDay(b).localeCompare(lastDay(a)) || rank(a) - rank(b) || b.obtainedOn.localeCompare(a.obtainedOn),
    );
  const [best] = dated;
  if (!best) return { state: "none" };
  return { state: lastDay(best) >= today ? "valid" : "expired", consent: best };
}

/** The last day on which a consent holds, YYYY-MM-DD; null where it has no end. */
export function expiryOf({ basis, obtainedOn }: Pick<Consent, "basis" | "obtainedOn">): string | null {
  const months = MONTHS[basis];
  return months === null ? null : addMonths(obtainedOn, months);
}

const lastDay = ({ expiresOn }: DatedConsent) => expiresOn ?? "9999-12-31";
const ORDER: ConsentBasis[] = ["express", "purchase", "inquiry", "published"];
const rank = ({ basis }: Consent) => ORDER.indexOf(basis);
