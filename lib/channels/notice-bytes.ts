import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { named, onOneLine } from "#lib/channels/header-text";
import type { Mail } from "#lib/channels/mail";

/** The bytes of a mail from a fixed template. Nobody answers it and no mailbox should: RFC 3834, section 5. */
export function noticeBytes(from: Mail["to"], mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: named(from),
    to: named(mail.to),
    subject: onOneLine(mail.subject),
    messageId: `<${mail.messageId}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    text: mail.text,
    html: mail.html,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
