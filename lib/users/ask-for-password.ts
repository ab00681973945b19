import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { scheduleMail } from "#lib/mails/schedule-mail";
import { takeReset } from "#lib/sessions/throttle";
import { AskForPassword } from "#lib/users/schema";

/** The mail is looked at when its asker has their answer: sending it must not make that later. */
const ANSWERED_MS = 1000;

/**
 * Has a link for a new password mailed to whoever asks. An address that nobody has gets the same answer after the same
 * work, because whose it is is looked up only when the mail leaves. `unavailable` where no mail is set up, and after too
 * many tries.
 */
export async function askForPassword(ctx: Ctx, input: AskForPassword): Promise<void> {
  const { email, address } = AskForPassword.parse(input);
  const sender = ctx.channels.smtp;
  if (!sender)
    throw new AppError("unavailable", "Countersign sends no mail here. An admin can make you a link.");
  await takeReset(ctx, { email, address });
  // Of nobody in particular, so nobody could ever have it taken out: where the request came from is not kept.
  await transact({ ...ctx, from: ctx.from && { ...ctx.from, address: null, device: null } }, (work) =>
    scheduleMail(ctx, work, sender, {
      purpose: "password",
      userId: null,
      recipient: email,
      dueAt: new Date(ctx.now().getTime() + ANSWERED_MS),
    }),
  );
}
