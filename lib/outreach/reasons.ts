import type { Statement } from "#lib/grounding/statement";
import { consentReasons } from "#lib/outreach/consent-reasons";
import { frameReasons } from "#lib/outreach/frame-reasons";
import type { MailFacts } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";
import { paceReasons } from "#lib/outreach/pace-reasons";
import { wordReasons } from "#lib/outreach/word-reasons";

/**
 * Everything that keeps a mail from leaving, and what to look at first, as the law and practice have it (CASL, S.C. 2010,
 * c. 23, sections 6, 10 and 11; CAN-SPAM, 16 CFR 316). Blocks stand before warnings. Pure: whoever approves, sends or
 * shows it is told the same.
 */
export function reasonsFor(statements: Statement[], facts: MailFacts): MailReason[] {
  const all = [
    ...consentReasons(facts),
    ...frameReasons(facts),
    ...wordReasons(statements, { ...facts, address: facts.lead.address }),
    ...paceReasons(facts),
  ];
  return [...all.filter(({ level }) => level === "block"), ...all.filter(({ level }) => level === "warn")];
}
