import { and, eq } from "drizzle-orm";
import { holds } from "#drizzle/schema/schema";
import { lockAsApprover } from "#lib/drafts/find-draft";
import { LetGoOfDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Ends one's own hold on a draft: the one with this fence, or whichever it is for a page that closes before it heard.
 * `conflict` where somebody has it now, or nobody.
 */
export async function letGoOfDraft(ctx: UserCtx, input: LetGoOfDraft): Promise<void> {
  const { draftId, fence } = LetGoOfDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockAsApprover(ctx, tx, draftId);
    const [row] = await tx
      .update(holds)
      .set({ holderId: null })
      .where(
        and(
          eq(holds.draftId, draftId),
          eq(holds.holderId, ctx.actor.id),
          fence ? eq(holds.fence, fence) : undefined,
        ),
      )
      .returning({ fence: holds.fence });
    if (!row) throw new AppError("conflict", "You don’t hold this draft any more.");
    record({ kind: "hold.let_go", subjectId: draftId, draftId, data: { fence: row.fence } });
  });
}
