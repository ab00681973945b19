import type { Channel } from "#lib/channels/channel";
import type { Mail, MailSender } from "#lib/channels/mail";
import { markdownToHtml, markdownToPlain } from "#lib/format/markdown-plain";

const FOOT = "Countersign sent this mail inside your company. Nobody reads what is answered to it.";

/** An approved page as a mail to one colleague, from the shared mailbox. The same Message-ID at every try. */
export function circularTo(sender: MailSender, to: Mail["to"]): Channel {
  return {
    send: ({ deliveryId, title, markdown }, signal) =>
      sender.send(
        {
          messageId: `${deliveryId}@${sender.from.address.split("@").at(-1)}`,
          to,
          subject: title,
          text: `${markdownToPlain(markdown)}\n-- \n${FOOT}\n`,
          html: `<!doctype html><html lang="en"><body>${markdownToHtml(markdown)}<hr><p>${FOOT}</p></body></html>`,
        },
        signal,
      ),
  };
}
