import { type Counted, countEach } from "#lib/db/count";
import type { UserCtx } from "#lib/events/context";

/** How many of something there are for somebody. */
export async function countOf(ctx: UserCtx, wanted: (ctx: UserCtx) => Counted): Promise<number> {
  const { found } = await countEach(ctx, { found: wanted(ctx) });
  return found;
}
