import { eq } from "drizzle-orm";
import { suppressions } from "#drizzle/schema/schema";
import { keepConsent, lift } from "#lib/consent/keep-consent";
import { refuseReaders } from "#lib/consent/policy";
import { LiftSuppression } from "#lib/consent/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { getCalendar } from "#lib/users/calendar";

/**
 * Takes an address or a domain off the list that nothing is sent to, for fresh express consent, which is recorded with
 * it. That of a domain is kept under the domain: it lets none of its addresses be written to by itself. `invalid` for
 * consent from before it was put on the list, `conflict` where it was lifted since.
 */
export async function liftSuppression(ctx: UserCtx, input: LiftSuppression): Promise<{ consentId: string }> {
  const { suppressionId, obtainedOn, evidence } = LiftSuppression.parse(input);
  refuseReaders(ctx.actor);
  const { today, timeZone } = await getCalendar(ctx);
  return transact(ctx, async (work) => {
    const address = await lockStanding(work.tx, suppressionId);
    const given = { address, basis: "express" as const, obtainedOn, evidence };
    const consentId = await keepConsent(ctx, work, given, today);
    const fresh = { consentId, obtainedOn, timeZone };
    if (!(await lift(ctx, work, eq(suppressions.id, suppressionId), fresh)))
      throw new AppError(
        "invalid",
        "They asked not to be written to after that day. Only consent that they gave since then lifts it.",
      );
    return { consentId };
  });
}

async function lockStanding(tx: Tx, suppressionId: string): Promise<string> {
  const [row] = await tx
    .select({ value: suppressions.value, liftedAt: suppressions.liftedAt })
    .from(suppressions)
    .where(eq(suppressions.id, suppressionId))
    .for("update");
  if (!row) throw new AppError("not_found", "There is no such entry on the list.");
  if (row.liftedAt) throw new AppError("conflict", `${row.value} was taken off the list a moment ago.`);
  return row.value;
}
