import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { scheduleMail } from "#lib/mails/schedule-mail";
import { emailTaken } from "#lib/users/add-person";
import { prepareInvited } from "#lib/users/invite-person";
import { InvitePerson } from "#lib/users/schema";

/** An invitation that is on its way: nobody but its receiver gets to see the link. */
export type MailedInvitation = { userId: string; mailedTo: string };

/** Invites somebody as `invitePerson` does, and has the link mailed instead of shown. `unavailable` where no mail is set up. */
export async function mailInvitation(ctx: UserCtx, input: InvitePerson): Promise<MailedInvitation> {
  const invited = InvitePerson.parse(input);
  const sender = ctx.channels.smtp;
  return transact(ctx, async (work) => {
    const userId = await prepareInvited(ctx, work, invited);
    if (!sender) throw new AppError("unavailable", "No mail is set up. Make a link and send it yourself.");
    const [person] = await work.tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    await scheduleMail(ctx, work, sender, { purpose: "invitation", userId });
    return { userId, mailedTo: person?.email ?? "" };
  }).catch((error) => {
    throw isUniqueViolation(error) ? emailTaken() : error;
  });
}
