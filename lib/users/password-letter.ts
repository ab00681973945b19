import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { WriteLetter } from "#lib/mails/letter";
import { makeLink } from "#lib/sessions/one-time-links";

const HOUR_MS = 3_600_000;

/**
 * Writes the mail with a link for a new password, if the address is that of somebody who signs in with one. The link is
 * made here, so that its token is never stored; a second try makes another, and the first stops working.
 */
export const writePasswordLink: WriteLetter = async (ctx, { tx, record }, { recipient }) => {
  const [person] = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(sql`lower(${users.email})`, recipient ?? ""),
        isNotNull(users.passwordHash),
        isNull(users.deactivatedAt),
      ),
    )
    .for("share");
  if (!person?.email) return null;
  const { linkId, token } = await makeLink(ctx, tx, "password", person.id, HOUR_MS);
  record({ kind: "link.made", subjectId: linkId, data: { purpose: "password", userId: person.id } });
  return {
    userId: person.id,
    to: { name: person.name, address: person.email },
    subject: "Choose a new password for Countersign",
    paragraphs: [
      {
        words: "This link lets you choose a new password. It works once, for an hour:",
        path: `/password/${token}`,
      },
      { words: "If you didn’t ask for it, leave it be: your password stays as it is." },
    ],
  };
};
