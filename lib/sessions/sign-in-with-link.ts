import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { claimLink, makeLink, type NewLink } from "#lib/sessions/one-time-links";
import { canMakeSignInLink } from "#lib/sessions/policy";
import { SignInWithLink } from "#lib/sessions/schema";
import { type SignedIn, startSession } from "#lib/sessions/start-session";

/** Makes a link that signs a person in without a password. For the command line, which prints it. */
export async function makeSignInLink(ctx: Ctx, userId: string): Promise<NewLink> {
  if (!canMakeSignInLink(ctx.actor))
    throw new AppError("forbidden", "Only the command line makes sign-in links.");
  return transact(ctx, async ({ tx, record }) => {
    await getActive(tx, userId);
    const link = await makeLink(ctx, tx, "sign_in", userId);
    record({ kind: "link.made", subjectId: link.linkId, data: { purpose: "sign_in", userId } });
    return link;
  });
}

/** Signs in whom a link was made for, and uses the link up. */
export async function signInWithLink(ctx: Ctx, input: SignInWithLink): Promise<SignedIn> {
  const { token, ...origin } = SignInWithLink.parse(input);
  return transact(ctx, async (work) => {
    const { userId } = await claimLink(ctx, work.tx, "sign_in", token);
    const person = await getActive(work.tx, userId ?? "");
    const sessionId = await startSession(ctx, work, { ...origin, userId: person.id, by: "link" });
    return { userId: person.id, sessionId };
  });
}

async function getActive(tx: Tx, userId: string) {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
    .for("share");
  if (!row) throw new AppError("conflict", "The person this link is for was deactivated.");
  return row;
}
