import { eq } from "drizzle-orm";
import type { RecordsFate } from "#drizzle/schema/retention";
import {
  drafts,
  evidence,
  handovers,
  holds,
  reviews,
  revisions,
  rewrites,
  snoozes,
  statements,
} from "#drizzle/schema/schema";
import { cancelUnsent } from "#lib/deliveries/cancel-deliveries";
import { forgetTitle } from "#lib/deliveries/forget-title";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { dropRecords } from "#lib/records/remove-records";

/** What lists call a draft whose text is gone and whose records are as well. */
export const DELETED_DRAFT_TITLE = "Deleted draft";

/** Empties a draft, in the caller's transaction that has locked it. Records that are kept keep its title, to be told apart by. */
export async function deleteDraft(
  ctx: Ctx,
  work: Work,
  { id, title }: { id: string; title: string },
  records: RecordsFate,
): Promise<void> {
  const { tx, record } = work;
  await cancelUnsent(ctx, work, id);
  await tx.delete(evidence).where(eq(evidence.draftId, id));
  await tx.delete(statements).where(eq(statements.draftId, id));
  await tx.delete(revisions).where(eq(revisions.draftId, id));
  await tx.update(rewrites).set({ instruction: null }).where(eq(rewrites.draftId, id));
  await tx.delete(handovers).where(eq(handovers.draftId, id));
  await tx.delete(snoozes).where(eq(snoozes.draftId, id));
  await tx.delete(holds).where(eq(holds.draftId, id));
  await tx.update(reviews).set({ reason: null }).where(eq(reviews.draftId, id));
  if (records === "drop") {
    await dropRecords(tx, id);
    await forgetTitle(tx, id);
  }
  await tx
    .update(drafts)
    .set({
      state: "deleted",
      title: records === "drop" ? DELETED_DRAFT_TITLE : title,
      counts: { kept: {}, untraced: 0 },
    })
    .where(eq(drafts.id, id));
  record({ kind: "draft.deleted", subjectId: id, draftId: id, data: { records } });
}
