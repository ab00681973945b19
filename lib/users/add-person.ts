import { eq } from "drizzle-orm";
import type { z } from "zod";
import { users, workspace } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { refuseTakenNames } from "#lib/users/names-taken";
import { canAddPerson } from "#lib/users/policy";
import { AddPerson } from "#lib/users/schema";

/** Puts somebody on the roster, so that they can be named as an owner. They can't sign in until they are invited. */
export async function addPerson(ctx: Ctx, input: AddPerson): Promise<{ userId: string }> {
  const person = AddPerson.parse(input);
  if (!canAddPerson(ctx.actor, person))
    throw new AppError("forbidden", "Leaders add members and viewers; admins add anybody.");
  return transact(ctx, async (work) => ({ userId: await insertPerson(ctx, work, person) }));
}

type NewPerson = z.output<typeof AddPerson> & { passwordHash?: string; joinedAt?: Date };

/** Inserts a person inside a verb's transaction, in the company's time zone unless one is given, and returns the id. */
export async function insertPerson(ctx: Ctx, { tx, record }: Work, person: NewPerson): Promise<string> {
  const userId = newId("usr", ctx.now());
  const [row] = await tx
    .insert(users)
    .values({
      ...person,
      id: userId,
      timeZone: person.timeZone ?? (await companyTimeZone(tx)),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!row) throw emailTaken();
  await refuseTakenNames(tx, userId, person);
  record({ kind: "user.added", subjectId: row.id, data: { role: person.role } });
  return row.id;
}

/** What a verb throws where the roster has an e-mail address already. */
export function emailTaken(): AppError {
  return new AppError("conflict", "Somebody on the roster has this e-mail address already.");
}

async function companyTimeZone(tx: Tx): Promise<string> {
  const [company] = await tx
    .select({ timeZone: workspace.timeZone })
    .from(workspace)
    .where(eq(workspace.id, 1));
  if (!company) throw new AppError("conflict", "Countersign isn’t set up yet.");
  return company.timeZone;
}
