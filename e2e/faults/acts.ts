import { asc } from "drizzle-orm";
import { drafts } from "#drizzle/schema/schema";
import { type CastKey, ctxFor } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { reader } from "#lib/db/store";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { isAppError } from "#lib/errors";
import type { Ports, UserCtx } from "#lib/events/context";

export type Act = keyof typeof ACTS;

/** What Ada does with the only source or draft there is. Each throws a `conflict` where it was done before. */
export const ACTS = {
  store: (ctx: UserCtx) => storeNotes({ as: () => ctx }),
  edit: async (ctx: UserCtx) => {
    const { id, statements } = await getDeskDraft(ctx, await onlyDraft(ctx));
    const statementId = statements[0]?.id ?? "";
    return editDraft(ctx, {
      draftId: id,
      revision: 1,
      changes: [{ statementId, text: "Ship it in spring" }],
    });
  },
  approve: async (ctx: UserCtx) => approveDraft(ctx, { draftId: await onlyDraft(ctx), revision: 1 }),
  reject: async (ctx: UserCtx) =>
    rejectDraft(ctx, { draftId: await onlyDraft(ctx), revision: 1, reason: "Too much is wrong" }),
  reopen: async (ctx: UserCtx) => reopenDraft(ctx, { draftId: await onlyDraft(ctx) }),
};

/** Does it, and says whether it was done now or had been done before. */
export async function act(ports: Ports, what: Act): Promise<"now" | "before"> {
  try {
    const answer = await ACTS[what](ctxFor(ports.store, "ada" satisfies CastKey, ports));
    return answer && "duplicate" in answer && answer.duplicate ? "before" : "now";
  } catch (error) {
    if (isAppError(error, "conflict")) return "before";
    throw error;
  }
}

async function onlyDraft(ctx: UserCtx): Promise<string> {
  const [draft] = await reader(ctx.store).select({ id: drafts.id }).from(drafts).orderBy(asc(drafts.id));
  if (!draft) throw new Error("There is no draft.");
  return draft.id;
}
