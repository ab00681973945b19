import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { users } from "#drizzle/schema/schema";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { makeLink, type NewLink } from "#lib/sessions/one-time-links";
import { emailTaken, insertPerson } from "#lib/users/add-person";
import { canInvite } from "#lib/users/policy";
import { AddPerson, InvitePerson } from "#lib/users/schema";

/** An invitation as it is shown once, to be copied. */
export type NewInvitation = NewLink & { userId: string };

/**
 * Makes a link with which a person chooses a password and joins; somebody new is put on the roster first.
 * A second invitation replaces the first. Somebody who joined already is a `conflict`.
 */
export async function invitePerson(ctx: Ctx, input: InvitePerson): Promise<NewInvitation> {
  const invited = InvitePerson.parse(input);
  return transact(ctx, async (work) => {
    const userId = await prepareInvited(ctx, work, invited);
    const link = await makeLink(ctx, work.tx, "invitation", userId);
    work.record({ kind: "user.invited", subjectId: userId, data: { linkId: link.linkId } });
    return { ...link, userId };
  }).catch((error) => {
    throw isUniqueViolation(error) ? emailTaken() : error;
  });
}

type Invited = z.output<typeof InvitePerson>;

/** Puts somebody on the roster who is to be invited, or looks whether they may be. Returns their id. */
export function prepareInvited(ctx: Ctx, work: Work, invited: Invited): Promise<string> {
  return "userId" in invited ? prepare(ctx, work, invited) : add(ctx, work, invited);
}

function add(ctx: Ctx, work: Work, person: Extract<Invited, { name: string }>): Promise<string> {
  refuseUnlessInviter(ctx, { ...person, joinedAt: null });
  return insertPerson(ctx, work, AddPerson.parse(person));
}

async function prepare(ctx: Ctx, { tx, record }: Work, invited: Extract<Invited, { userId: string }>) {
  const [person] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      joinedAt: users.joinedAt,
      hash: users.passwordHash,
    })
    .from(users)
    .where(and(eq(users.id, invited.userId), isNull(users.deactivatedAt)))
    .for("update");
  if (!person) throw new AppError("not_found", "Nobody active on the roster has this id.");
  refuseUnlessInviter(ctx, person);
  if (person.hash) throw new AppError("conflict", `${person.name} joined already.`);
  const email = invited.email ?? person.email;
  if (!email) throw new AppError("invalid", `Give ${person.name} an e-mail address: they sign in with it.`);
  if (email !== person.email) {
    if (person.email)
      throw new AppError(
        "forbidden",
        `${person.name} has an e-mail address: an admin changes it on their page, with the password.`,
      );
    await tx.update(users).set({ email }).where(eq(users.id, person.id));
    record({ kind: "user.changed", subjectId: person.id, data: { fields: ["email"] } });
  }
  return person.id;
}

function refuseUnlessInviter(ctx: Ctx, person: Parameters<typeof canInvite>[1]): void {
  if (!canInvite(ctx.actor, person))
    throw new AppError(
      "forbidden",
      "Leaders invite members and viewers who have never joined; admins invite anybody.",
    );
}
