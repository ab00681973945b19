import { and, desc, eq } from "drizzle-orm";
import type { MentionedAs } from "#drizzle/schema/mentions";
import { drafts, mentions } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { heldOnOf, isDeleted, listQuotes, type Quote } from "#lib/records/quotes";
import { visibleDraft } from "#lib/sources/visibility";

/** Where else a record was said: in a later draft, with its sentences there. `heldOn` is YYYY-MM-DD. */
export type Mention = {
  as: MentionedAs;
  draftId: string;
  statementId: string;
  title: string;
  heldOn: string | null;
  sourceDeleted: boolean;
  quotes: Quote[];
};

/** More than that nobody reads below a record. */
const MOST = 20;

/** Where else a record was said, the last first, as far as the actor sees it. Who may see the record was asked before. */
export async function listMentions(ctx: UserCtx, recordId: string): Promise<Mention[]> {
  const rows = await reader(ctx.store)
    .select({
      as: mentions.as,
      draftId: mentions.draftId,
      statementId: mentions.statementId,
      title: drafts.title,
      heldOn: heldOnOf(mentions.draftId),
      sourceDeleted: isDeleted,
    })
    .from(mentions)
    .innerJoin(drafts, eq(drafts.id, mentions.draftId))
    .where(and(eq(mentions.recordId, recordId), visibleDraft(ctx.actor, mentions.draftId)))
    .orderBy(desc(mentions.createdAt), desc(mentions.draftId))
    .limit(MOST);
  return Promise.all(
    rows.map(async (row) => ({ ...row, quotes: await listQuotes(ctx, row.draftId, row.statementId) })),
  );
}
