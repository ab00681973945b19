import type { ConsentBasis } from "#drizzle/schema/consents";
import { CLOSED_STAGES } from "#drizzle/schema/leads";
import { formatFullDay, localDay } from "#lib/format/dates";
import { strictJurisdiction, unknownJurisdiction } from "#lib/outreach/jurisdiction";
import type { MailFacts } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";
import { isIdentified } from "#lib/outreach/queries";

/** Whether anybody may be written to there at all, and who says so. */
export function consentReasons(facts: MailFacts): MailReason[] {
  return [...recipient(facts), ...sender(facts), ...jurisdiction(facts)];
}

const block = (code: MailReason["code"], sentence: string): MailReason => ({
  level: "block",
  code,
  sentence,
});

function recipient({ lead, standing, timeZone }: MailFacts): MailReason[] {
  if (lead.deleted) return [block("gone", `Can’t be sent: ${lead.name} was deleted. Reject this draft.`)];
  const stage: readonly string[] = CLOSED_STAGES;
  const closed = stage.includes(lead.stage)
    ? [
        block(
          "closed",
          `Can’t be sent: ${lead.name} is closed as ${lead.stage}. Move the lead to another stage before writing again.`,
        ),
      ]
    : [];
  if (!lead.address)
    return [
      ...closed,
      block("no_address", `Can’t be sent: ${lead.name} has no address. Add one on the lead’s page.`),
    ];
  switch (standing.state) {
    case "valid":
      return closed;
    case "none":
      return [
        ...closed,
        block(
          "no_consent",
          `Can’t be sent: nothing says that ${lead.name} may be written to. Record a basis and its proof.`,
        ),
      ];
    case "expired": {
      const { basis, obtainedOn, expiresOn } = standing.consent;
      return [
        ...closed,
        block(
          "expired",
          `Can’t be sent: consent ended on ${dayOf(expiresOn ?? obtainedOn)}. ${GAVE[basis](dayOf(obtainedOn))} Record a newer basis and its proof.`,
        ),
      ];
    }
    case "suppressed": {
      const since = dayOf(localDay(standing.at, timeZone));
      const why = STOPPED[standing.reason] ?? "It was put on the list nothing is sent to";
      return [
        ...closed,
        block(
          standing.reason === "bounced" ? "bounced" : "suppressed",
          `Can’t be sent to ${standing.value}. ${why} on ${since}. Only fresh express consent lifts that.`,
        ),
      ];
    }
  }
}

const GAVE: Record<ConsentBasis, (day: string) => string> = {
  express: (day) => `It was given on ${day}.`,
  purchase: (day) => `The purchase of ${day} gave two years of implied consent.`,
  inquiry: (day) => `The inquiry of ${day} gave six months of implied consent.`,
  published: (day) => `The address was found published on ${day}.`,
};

const STOPPED: Record<string, string> = {
  unsubscribed: "They unsubscribed",
  bounced: "Mail bounced for good",
  opted_out: "They opted out",
  asked: "They asked for no more mail",
  imported: "An imported list says they opted out: it was read",
};

function sender({ outreach, site, mailbox }: MailFacts): MailReason[] {
  return [
    ...(isIdentified(outreach)
      ? []
      : [
          block(
            "identity",
            "Can’t be sent: the company’s name, mailing address or contact is missing. A leader or an admin fills it in under Settings, Follow-ups.",
          ),
        ]),
    ...(site === null && mailbox.id !== "outbox"
      ? [
          block(
            "unsubscribe",
            "Can’t be sent: there is no link to unsubscribe, as nobody has said at which address Countersign is opened. Whoever runs it sets COUNTERSIGN_URL.",
          ),
        ]
      : []),
  ];
}

const BASIS_WORDS: Record<ConsentBasis, string> = {
  express: "express consent",
  purchase: "a purchase",
  inquiry: "an inquiry",
  published: "a published address",
};

function jurisdiction({ lead, standing }: MailFacts): MailReason[] {
  if (!lead.address || standing.state !== "valid" || standing.consent.basis === "express") return [];
  const strict = strictJurisdiction(lead.country, lead.address);
  const unknown = unknownJurisdiction(lead.country);
  if (!strict && !unknown) return [];
  const held = BASIS_WORDS[standing.consent.basis];
  const sentence = strict
    ? `${strict.country} asks for express consent, also between businesses (${strict.law}). What is on record is ${held}.`
    : `${unknown} may ask for express consent, also between businesses, and its law is not among those checked here. What is on record is ${held}.`;
  return [{ level: "warn", code: "jurisdiction", sentence }];
}

/** "12 Nov 2026" */
function dayOf(day: string): string {
  return formatFullDay(day).slice(4);
}
