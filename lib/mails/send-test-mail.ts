import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { MailState } from "#drizzle/schema/mails";
import { mails, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import type { WriteLetter } from "#lib/mails/letter";
import { performMail } from "#lib/mails/perform-mail";
import { canTryMail } from "#lib/mails/policy";
import { scheduleMail } from "#lib/mails/schedule-mail";

/** What became of a mail, as a person is told; `reason` where it did not leave for certain. */
export type Tried = { state: MailState; reason: string | null; to: string };

const PATIENCE_MS = 20_000;
const LOOK_MS = 100;

/** Mails an admin a test by this very process, and says what became of it as soon as that is known. */
export async function sendTestMail(ctx: UserCtx): Promise<Tried> {
  if (!canTryMail(ctx.actor)) throw new AppError("forbidden", "Only admins try the mail out.");
  const sender = ctx.channels.smtp;
  if (!sender) throw new AppError("unavailable", "Mail is not set up: COUNTERSIGN_SMTP_URL is not given.");
  const userId = ctx.actor.id;
  const mailId = await transact(ctx, (work) => scheduleMail(ctx, work, sender, { purpose: "test", userId }));
  await performMail(ctx, { test: writeTest }, mailId);
  return untilKnown(ctx, mailId);
}

/** A worker may have been faster to take it, and then it is the one that knows. */
async function untilKnown(ctx: UserCtx, mailId: string): Promise<Tried> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await reader(ctx.store)
      .select({ state: mails.state, reason: mails.reason, to: users.email })
      .from(mails)
      .innerJoin(users, eq(users.id, mails.userId))
      .where(eq(mails.id, mailId));
    if (!row) throw new Error(`The mail ${mailId} is gone.`);
    if (row.state !== "sending" || performance.now() > end) return { ...row, to: row.to ?? "" };
    await wait(LOOK_MS);
  }
}

/** The letter that only says that mail works. */
export const writeTest: WriteLetter = async (_ctx, { tx }, { userId }) => {
  const [person] = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId ?? ""));
  if (!person?.email) return null;
  return {
    userId: person.id,
    to: { name: person.name, address: person.email },
    subject: "Mail from Countersign works",
    paragraphs: [{ words: "You asked for this mail in the settings. Mail works.", path: "/settings/mail" }],
  };
};
