import { and, eq } from "drizzle-orm";
import { documents, drafts } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { ClaimOf } from "#lib/deliveries/claim";
import { openToAll } from "#lib/sources/visibility";

/** What is filed: the approved page, as long as the approval stands and everybody may read it. */
export const claimPage: ClaimOf = async (ctx, { tx }, due) => {
  const page = await findApprovedPage(tx, due);
  if (!page) return { returned: "The approval it was made for no longer stands.", reopens: false };
  if (!page.isOpen) return { returned: "Not everybody may see its source any more.", reopens: false };
  const folder = ctx.channels.export;
  const { id: deliveryId, recipient } = due;
  const { title, markdown } = page;
  return {
    send: async (signal) =>
      folder
        ? folder.send({ deliveryId, recipient, title, markdown }, signal)
        : { ended: "failed", reason: "This channel is not set up any more.", retry: false },
  };
};

/** The page of the approved revision; undefined where the approval does not stand any more. */
export async function findApprovedPage(tx: Tx, { draftId, revision }: { draftId: string; revision: number }) {
  const [page] = await tx
    .select({ title: documents.title, markdown: documents.markdown, isOpen: openToAll(draftId) })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .where(
      and(eq(documents.draftId, draftId), eq(drafts.state, "approved"), eq(drafts.currentRevision, revision)),
    );
  return page;
}
