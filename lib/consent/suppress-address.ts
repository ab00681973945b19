import { refuseReaders } from "#lib/consent/policy";
import { SuppressAddress } from "#lib/consent/schema";
import { suppress } from "#lib/consent/suppress";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/** Puts an address, or a domain with all below it, on the list that nothing is sent to. `conflict` where it stands there. */
export async function suppressAddress(ctx: UserCtx, input: SuppressAddress): Promise<void> {
  const { value, note } = SuppressAddress.parse(input);
  refuseReaders(ctx.actor);
  return transact(ctx, async (work) => {
    if (await suppress(ctx, work, { ...value, reason: "asked", note })) return;
    throw new AppError("conflict", `${value.value} is on the list already: nothing is sent to it.`);
  });
}
