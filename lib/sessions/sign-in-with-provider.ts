import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { identities, users } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { revokeEveryLink } from "#lib/sessions/one-time-links";
import { SignInWithProvider } from "#lib/sessions/schema";
import { type SignedIn, startSession } from "#lib/sessions/start-session";

/** Why a provider's word was not enough, with the sentence for whoever stands at the sign-in page. */
export const PROVIDER_REFUSALS = {
  no_email:
    "The provider didn’t say your e-mail address, so nobody on the roster could be found. Ask an admin to let Countersign read it there.",
  unverified: "The provider hasn’t verified your e-mail address. Verify it there, then sign in again.",
  unknown:
    "Nobody on the roster has the e-mail address the provider knows you by. Ask an admin to put you on the roster with it.",
  deactivated: "Your account here was deactivated. Ask an admin if you need it back.",
  taken:
    "The person with your e-mail address signs in with another account at the provider. Use that one, or ask an admin to release it.",
} as const;

export type ProviderRefusal = keyof typeof PROVIDER_REFUSALS;

type Said = z.output<typeof SignInWithProvider>;
type Account = { id: string; name: string; role: Role; deactivatedAt: Date | null };

/**
 * Signs in whom a provider's account is bound to, whatever e-mail address it has by now. An account that is bound to
 * nobody is bound to the active person with its verified e-mail address, once; nobody is created. `forbidden`, with a
 * `refusal` in its detail, for everybody else.
 */
export async function signInWithProvider(ctx: Ctx, input: SignInWithProvider): Promise<SignedIn> {
  const said = SignInWithProvider.parse(input);
  const bound = await findBound(ctx, said);
  const person = bound ?? (await findByEmail(ctx, said));
  if (person.deactivatedAt) throw refused("deactivated");
  const { id, name, role } = person;
  const actor: UserActor = { kind: "user", id, name, role };
  return transact({ ...ctx, actor }, async (work) => {
    // Binding changes the person's row: two that shared it and then both wanted it alone would wait for each other.
    await refuseUnlessActive(work.tx, id, bound ? "share" : "update");
    if (!bound) await bind(ctx, work, id, said);
    else await refuseUnlessBound(work.tx, id, said);
    const { address, userAgent } = said;
    return {
      userId: id,
      sessionId: await startSession(ctx, work, { userId: id, by: "provider", address, userAgent }),
    };
  });
}

async function findBound(ctx: Ctx, said: Said): Promise<Account | undefined> {
  const [row] = await reader(ctx.store)
    .select({ id: users.id, name: users.name, role: users.role, deactivatedAt: users.deactivatedAt })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(named(said));
  return row;
}

async function findByEmail(ctx: Ctx, { email, emailVerified }: Said): Promise<Account> {
  if (!email) throw refused("no_email");
  // Before anything is looked up: whoever may write any address there learns nothing of who is on the roster.
  if (!emailVerified) throw refused("unverified");
  const [row] = await reader(ctx.store)
    .select({ id: users.id, name: users.name, role: users.role, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  if (!row) throw refused("unknown");
  return row;
}

async function bind(ctx: Ctx, work: Work, userId: string, said: Said): Promise<void> {
  const { tx, record } = work;
  const [row] = await tx
    .insert(identities)
    .values({ issuer: said.issuer, subject: said.subject, userId, boundAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ userId: identities.userId });
  // Two tabs of one person may come in at once: what the first has bound is good for the second.
  if (!row) return refuseUnlessBound(tx, userId, said);
  const [person] = await tx
    .update(users)
    .set({ joinedAt: sql`coalesce(${users.joinedAt}, ${sql.param(ctx.now(), users.joinedAt)})` })
    .where(and(eq(users.id, userId), eq(sql`lower(${users.email})`, said.email ?? "")))
    .returning({ id: users.id });
  if (!person) throw refused("unknown");
  record({ kind: "identity.bound", subjectId: userId, data: { issuer: said.issuer } });
  // An invitation that still lies about would be a second way in, past what the provider asks for.
  await revokeEveryLink(ctx, work, userId);
}

async function refuseUnlessBound(tx: Tx, userId: string, said: Said): Promise<void> {
  const [row] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(named(said), eq(identities.userId, userId)))
    .for("share");
  if (!row) throw refused("taken");
}

async function refuseUnlessActive(tx: Tx, userId: string, lock: "share" | "update"): Promise<void> {
  const [row] = await tx
    .select({ deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for(lock);
  if (!row || row.deactivatedAt) throw refused("deactivated");
}

function named({ issuer, subject }: Pick<Said, "issuer" | "subject">) {
  return and(eq(identities.issuer, issuer), eq(identities.subject, subject));
}

function refused(refusal: ProviderRefusal): AppError {
  return new AppError("forbidden", PROVIDER_REFUSALS[refusal], { refusal });
}
