import { daysBetween } from "#lib/format/dates";
import type { MailFacts } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";

/** Days that lie between two mails at least, and mails without an answer after which most stop. */
const FEWEST_DAYS = 2;
const MOST_UNANSWERED = 3;

/** Whether a lead is written to too often. */
export function paceReasons({
  lead,
  sentOn,
  unanswered,
  today,
}: Pick<MailFacts, "lead" | "sentOn" | "unanswered" | "today">): MailReason[] {
  const warn = (sentence: string): MailReason[] => [{ level: "warn", code: "cadence", sentence }];
  const ago = sentOn === null ? null : daysBetween(sentOn, today);
  if (ago !== null && ago < FEWEST_DAYS)
    return warn(
      `${lead.name} was written to ${ago === 0 ? "today" : "yesterday"}. Wait two days or more, unless they asked.`,
    );
  if (unanswered >= MOST_UNANSWERED)
    return warn(`${unanswered} mails got no answer. After two or three most people stop.`);
  return [];
}
