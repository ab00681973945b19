import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { confirmPassword, ownTries } from "#lib/sessions/confirm-password";
import { revokeEveryLink } from "#lib/sessions/one-time-links";
import { giveTriesBack } from "#lib/sessions/throttle";
import { emailTaken } from "#lib/users/add-person";
import { refuseTakenNames } from "#lib/users/names-taken";
import { canChangeEmail, canEditPerson, canNamePerson } from "#lib/users/policy";
import { getPerson, type Person } from "#lib/users/queries";
import { ChangePerson } from "#lib/users/schema";

type Fields = Partial<Pick<Person, "name" | "email" | "timeZone" | "aliases" | "handles" | "workingDays">>;

const NAMES = ["name", "aliases", "handles"] as const;

/** Changes what the roster says of a person: their own time zone and days, or more for admins and leaders. */
export async function changePerson(ctx: UserCtx, input: ChangePerson): Promise<void> {
  const { userId, current, ...wanted } = ChangePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canEditPerson(ctx.actor, person))
    throw new AppError("forbidden", "You change your own entry; leaders and admins change those of others.");
  const changed = differences(person, wanted);
  if (NAMES.some((field) => field in changed) && !canNamePerson(ctx.actor, person))
    throw new AppError(
      "forbidden",
      "What people are called decides what is theirs in notes: an admin or another leader sets it.",
    );
  if ("email" in changed && !canChangeEmail(ctx.actor))
    throw new AppError(
      "forbidden",
      "An e-mail address is what somebody signs in with: only admins change it.",
    );
  if (changed.email === null && person.joined)
    throw new AppError("invalid", `${person.name} signs in with this e-mail address, so it can’t be empty.`);
  const fields = Object.keys(changed);
  if (fields.length === 0) return;
  // Whoever has the address can have the account: a browser left open must not be enough.
  if ("email" in changed) await confirmPassword(ctx, current);

  await transact(ctx, async (work) => {
    const { tx, record } = work;
    await refuseTakenNames(tx, userId, changed);
    const [row] = await tx
      .update(users)
      .set(changed)
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} is deactivated. Reactivate them first.`);
    if ("email" in changed) await giveTriesBack(tx, ownTries(ctx));
    record({ kind: "user.changed", subjectId: userId, data: { fields } });
    // A link that went to the old address must not open the account.
    if (changed.email !== undefined) await revokeEveryLink(ctx, work, userId);
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
