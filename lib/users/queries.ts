import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { identities, oneTimeLinks, users } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { type Database, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import type { RosterPerson } from "#lib/grounding/statement";
import { canInvite } from "#lib/users/policy";

/** Somebody on the roster, as settings show them. */
export type Person = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  aliases: string[];
  handles: string[];
  timeZone: string;
  /** ISO weekdays, 1 = Monday. */
  workingDays: number[];
  deactivatedAt: Date | null;
  /** When they first chose a password or signed in with the provider, if ever. */
  joinedAt: Date | null;
  /** Whether they have a password, or an account at a sign-in provider, and so can sign in. */
  joined: boolean;
  hasPassword: boolean;
};

/** Everybody who is active, as names in a source are matched to them. */
export function listRoster(ctx: Pick<Ctx, "store">): Promise<RosterPerson[]> {
  return readRoster(reader(ctx.store));
}

/** The same inside a verb's transaction. */
export async function readRoster(db: Database | Tx): Promise<RosterPerson[]> {
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      aliases: users.aliases,
      handles: users.handles,
      workingDays: users.workingDays,
    })
    .from(users)
    .where(isNull(users.deactivatedAt))
    .orderBy(asc(users.name), asc(users.id));
}

/** Everybody, who is deactivated last. All who are signed in may see the roster. */
export async function listPeople(ctx: UserCtx): Promise<Person[]> {
  const rows = await reader(ctx.store).select(PERSON).from(users).orderBy(asc(users.name), asc(users.id));
  return rows
    .map(toPerson)
    .sort((a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null));
}

/** One person of the roster; `not_found` where there is none. */
export async function getPerson(ctx: Pick<Ctx, "store">, userId: string): Promise<Person> {
  const [row] = await reader(ctx.store).select(PERSON).from(users).where(eq(users.id, userId));
  if (!row) throw new AppError("not_found", "Nobody on the roster has this id.");
  return toPerson(row);
}

/** Whoever of the roster has an e-mail address, also who was deactivated. */
export async function findPersonByEmail(
  ctx: Pick<Ctx, "store">,
  email: string,
): Promise<{ id: string } | undefined> {
  const [row] = await reader(ctx.store)
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()));
  return row;
}

/** An invitation that can still be used. Its link can't be shown again: only its hash is kept. */
export type Invitation = { linkId: string; userId: string; expiresAt: Date };

/** The open invitations of those whom the actor may invite. */
export async function listInvitations(ctx: UserCtx): Promise<Invitation[]> {
  const rows = await reader(ctx.store)
    .select({
      linkId: oneTimeLinks.id,
      userId: users.id,
      expiresAt: oneTimeLinks.expiresAt,
      role: users.role,
      joinedAt: users.joinedAt,
    })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(
      and(
        // Who has a password asked for a link themself, and it is theirs alone.
        inArray(oneTimeLinks.purpose, ["invitation", "password"]),
        isNull(users.passwordHash),
        isNull(oneTimeLinks.usedAt),
        isNull(oneTimeLinks.revokedAt),
        gt(oneTimeLinks.expiresAt, ctx.now()),
      ),
    )
    .orderBy(asc(oneTimeLinks.createdAt));
  return rows
    .filter((row) => canInvite(ctx.actor, row))
    .map(({ linkId, userId, expiresAt }) => ({ linkId, userId, expiresAt }));
}

const PERSON = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  aliases: users.aliases,
  handles: users.handles,
  timeZone: users.timeZone,
  workingDays: users.workingDays,
  deactivatedAt: users.deactivatedAt,
  joinedAt: users.joinedAt,
  passwordHash: users.passwordHash,
  bound: sql<boolean>`exists (select 1 from ${identities} where ${identities.userId} = ${users.id})`,
};

type Row = Omit<Person, "joined" | "hasPassword"> & { passwordHash: string | null; bound: boolean };

function toPerson({ passwordHash, bound, ...person }: Row): Person {
  const hasPassword = passwordHash !== null;
  return { ...person, hasPassword, joined: hasPassword || bound };
}
