import { and, eq } from "drizzle-orm";
import { voices } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canHaveVoice } from "#lib/outreach/policy";
import type { Voice } from "#lib/outreach/queries";
import { ChangeVoice } from "#lib/outreach/schema";

/** Says how one writes and signs: one's own alone. `conflict` where it was changed since it was seen. */
export async function changeVoice(ctx: UserCtx, input: ChangeVoice): Promise<void> {
  const { version, ...voice } = ChangeVoice.parse(input);
  if (!canHaveVoice(ctx.actor)) throw new AppError("forbidden", "Viewers write to nobody.");
  await transact(ctx, async ({ tx, record }) => {
    if (!(await write(tx, ctx.actor.id, version, voice)))
      throw new AppError("conflict", "This was changed in another window. Load the page again.");
    record({ kind: "voice.changed", subjectId: ctx.actor.id, data: {} });
  });
}

async function write(
  tx: Tx,
  userId: string,
  version: number,
  voice: Omit<Voice, "version">,
): Promise<boolean> {
  const [row] =
    version === 0
      ? await tx
          .insert(voices)
          .values({ userId, ...voice })
          .onConflictDoNothing()
          .returning({ id: voices.userId })
      : await tx
          .update(voices)
          .set({ ...voice, version: version + 1 })
          .where(and(eq(voices.userId, userId), eq(voices.version, version)))
          .returning({ id: voices.userId });
  return row !== undefined;
}
