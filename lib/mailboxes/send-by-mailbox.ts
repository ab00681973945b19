import type { Answer } from "#lib/channels/channel";
import type { MailParcel } from "#lib/channels/mail";
import { postMail } from "#lib/channels/smtp";
import { isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { openMailbox } from "#lib/mailboxes/open-mailbox";

/**
 * Hands a mail to the server of a mailbox, or keeps it as a file under `name` where the mailbox is "outbox". Outside of
 * any transaction.
 */
export async function sendByMailbox(
  ctx: Ctx,
  mailbox: string,
  name: string,
  parcel: MailParcel,
  signal: AbortSignal,
): Promise<Answer> {
  const { smtp, outbox } = ctx.channels;
  if (mailbox === "outbox") return outbox ? outbox.keep(name, parcel.raw) : unset("The outbox");
  if (mailbox === "shared") return smtp ? smtp.post(parcel, signal) : unset("The shared mailbox");
  const opened = await openMailbox(ctx, mailbox, signal).catch(notOpened);
  return "ended" in opened ? opened : postMail(opened.smtp, parcel, signal);
}

/** Nothing was handed to anybody yet, so this try is certain to have failed. */
function notOpened(error: Error): Answer {
  const known = isAppError(error);
  const reason = known ? error.message : "The mailbox could not be opened.";
  return { ended: "failed", reason, retry: !known || error.code === "unavailable", notOpened: true };
}

function unset(what: string): Answer {
  return { ended: "failed", reason: `${what} is not set up any more.`, retry: false };
}
