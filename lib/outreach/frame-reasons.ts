import { findPlaceholder } from "#lib/outreach/leftovers";
import type { MailFacts } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";

/**
 * Placeholders in what code puts around the sentences of a mail: whom it greets, who signs it, and which company sends
 * it. Imported names and signatures copied from elsewhere hold some.
 */
export function frameReasons({
  lead,
  signature,
  outreach,
}: Pick<MailFacts, "lead" | "signature" | "outreach">): MailReason[] {
  const { businessName, mailingAddress, contact } = outreach;
  return [
    ...left(`${lead.firstName ?? ""}\n${lead.name}`, "the lead’s name. Change it on the lead’s page."),
    ...left(signature, "the sender’s signature. They change it under Settings, Follow-ups."),
    ...left(
      `${businessName}\n${mailingAddress}\n${contact}`,
      "what the company says of itself. A leader or an admin changes it under Settings, Follow-ups.",
    ),
  ];
}

function left(text: string, where: string): MailReason[] {
  const words = findPlaceholder(text);
  if (!words) return [];
  return [
    { level: "block", code: "leftover", sentence: `“${words}” must not be sent, and stands in ${where}` },
  ];
}
