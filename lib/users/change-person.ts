import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { emailTaken } from "#lib/users/add-person";
import { canChangeEmail, canEditPerson } from "#lib/users/policy";
import { getPerson, type Person } from "#lib/users/queries";
import { ChangePerson } from "#lib/users/schema";

type Fields = Partial<Pick<Person, "name" | "email" | "timeZone" | "aliases" | "handles" | "workingDays">>;

/** Changes what the roster says of a person: their own entry, or anybody's for admins and leaders. */
export async function changePerson(ctx: UserCtx, input: ChangePerson): Promise<void> {
  const { userId, ...wanted } = ChangePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canEditPerson(ctx.actor, person))
    throw new AppError("forbidden", "You change your own entry; leaders and admins change everybody’s.");
  const changed = differences(person, wanted);
  if ("email" in changed && !canChangeEmail(ctx.actor))
    throw new AppError(
      "forbidden",
      "An e-mail address is what somebody signs in with: only admins change it.",
    );
  if (changed.email === null && person.joined)
    throw new AppError("invalid", `${person.name} signs in with this e-mail address, so it can’t be empty.`);
  const fields = Object.keys(changed);
  if (fields.length === 0) return;

  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .update(users)
      .set(changed)
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} is deactivated. Reactivate them first.`);
    record({ kind: "user.changed", subjectId: userId, data: { fields } });
  }).catch((error) => {
    throw isUniqueViolation(error) ? emailTaken() : error;
  });
}

function differences(person: Person, wanted: Fields): Fields {
  const entries = Object.entries(wanted) as [keyof Fields, unknown][];
  return Object.fromEntries(
    entries.filter(
      ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(person[key]),
    ),
  );
}
