import { and, eq, isNull } from "drizzle-orm";
import { users, workspace } from "#drizzle/schema/schema";
import type { WriteLetter } from "#lib/mails/letter";
import { LINK_DAYS, makeLink } from "#lib/sessions/one-time-links";

/** Writes the mail that invites somebody who has no password, with a link that is made here and never stored. */
export const writeInvitation: WriteLetter = async (ctx, { tx, record }, mail) => {
  const [person] = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, mail.userId ?? ""), isNull(users.passwordHash), isNull(users.deactivatedAt)))
    .for("share");
  if (!person?.email) return null;
  const [company] = await tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, 1));
  const { linkId, token } = await makeLink(ctx, tx, "invitation", person.id);
  record({ kind: "user.invited", subjectId: person.id, data: { linkId } });
  const at = company?.name ?? "your company";
  return {
    userId: person.id,
    to: { name: person.name, address: person.email },
    subject: `Join ${at} on Countersign`,
    paragraphs: [
      {
        words: `${at} invites you to Countersign. This link lets you choose a password. It works once, for ${LINK_DAYS} days:`,
        path: `/invitation/${token}`,
      },
    ],
  };
};
