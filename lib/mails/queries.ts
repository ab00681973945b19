import { desc, eq } from "drizzle-orm";
import type { MailPurpose, MailState } from "#drizzle/schema/mails";
import { mails, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { canTryMail } from "#lib/mails/policy";

/** A mail as the settings show it. Instants are ISO strings. `to` is null where the address was nobody's. */
export type ListedMail = {
  id: string;
  purpose: MailPurpose;
  to: string | null;
  state: MailState;
  reason: string | null;
  createdAt: string;
  dueAt: string;
};

const MOST = 20;

/** The newest mails, at most 20, for admins; `forbidden` for everybody else. */
export async function listMails(ctx: UserCtx): Promise<ListedMail[]> {
  if (!canTryMail(ctx.actor)) throw new AppError("forbidden", "Only admins see what was mailed.");
  const rows = await reader(ctx.store)
    .select({
      id: mails.id,
      purpose: mails.purpose,
      to: users.name,
      state: mails.state,
      reason: mails.reason,
      createdAt: mails.createdAt,
      dueAt: mails.dueAt,
    })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.userId))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(MOST);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
  }));
}
