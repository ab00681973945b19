import { keepConsent, lift, ofAddress } from "#lib/consent/keep-consent";
import { refuseReaders } from "#lib/consent/policy";
import { RecordConsent } from "#lib/consent/schema";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { getCalendar } from "#lib/users/calendar";

/**
 * Records why an address may be written to, with what proves it. Express consent of the day on which the address was put
 * on the list that nothing is sent to, or of a later one, takes it off; older consent, and any other basis, does not.
 */
export async function recordConsent(
  ctx: UserCtx,
  input: RecordConsent,
): Promise<{ consentId: string; lifted: boolean }> {
  const { email: address, ...given } = RecordConsent.parse(input);
  refuseReaders(ctx.actor);
  const { today, timeZone } = await getCalendar(ctx);
  return transact(ctx, async (work) => {
    const consentId = await keepConsent(ctx, work, { address, ...given }, today);
    if (given.basis !== "express") return { consentId, lifted: false };
    const fresh = { consentId, obtainedOn: given.obtainedOn, timeZone };
    return { consentId, lifted: await lift(ctx, work, ofAddress(address), fresh) };
  });
}
