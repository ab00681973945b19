import { and, asc, desc, eq } from "drizzle-orm";
import type { DraftState } from "#drizzle/schema/drafts";
import { draftSources, drafts, users } from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { getRevision } from "#lib/drafts/revision-queries";
import { DraftFilter } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Statement } from "#lib/grounding/statement";
import { listDraftQuotes, type Quote } from "#lib/records/quotes";
import { visibleDraft } from "#lib/sources/visibility";

/** A draft as lists show it. Instants are ISO strings. */
export type ListedDraft = {
  id: string;
  workflow: string;
  title: string;
  state: DraftState;
  revision: number;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

/** A draft with the statements of its newest revision, each with the sentences it stands on. */
export type DraftInFull = ListedDraft & {
  sourceIds: string[];
  statements: (Statement & { quotes: Quote[] })[];
};

/** Drafts in one state that the actor may see, the last written first. */
export async function listDrafts(ctx: UserCtx, filter: DraftFilter): Promise<Page<ListedDraft>> {
  const { state, words, cursor } = DraftFilter.parse(filter);
  const rows = await selectDrafts(ctx)
    .where(
      and(
        eq(drafts.state, state),
        hasWords(drafts.title, words),
        visibleDraft(ctx.actor, drafts.id),
        olderThan(cursor, drafts.createdAt, drafts.id),
      ),
    )
    .orderBy(desc(drafts.createdAt), desc(drafts.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** One draft to be read; `not_found` where there is none or the actor may not see it. */
export async function getDraft(ctx: UserCtx, draftId: string): Promise<DraftInFull> {
  const db = reader(ctx.store);
  const [row] = await selectDrafts(ctx).where(
    and(eq(drafts.id, draftId), visibleDraft(ctx.actor, drafts.id)),
  );
  if (!row) throw new AppError("not_found", "There is no such draft, or its source is not shared with you.");
  const [behind, statements, quotes] = await Promise.all([
    db
      .select({ id: draftSources.sourceId })
      .from(draftSources)
      .where(eq(draftSources.draftId, draftId))
      .orderBy(asc(draftSources.sourceId)),
    getRevision(db, draftId, row.revision),
    listDraftQuotes(ctx, draftId),
  ]);
  return {
    ...toListed(row),
    sourceIds: behind.map(({ id }) => id),
    statements: statements.map((one) => ({ ...one, quotes: quotes.get(one.id) ?? [] })),
  };
}

function selectDrafts(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: drafts.id,
      workflow: drafts.workflow,
      title: drafts.title,
      state: drafts.state,
      revision: drafts.currentRevision,
      createdAt: drafts.createdAt,
      decidedAt: drafts.decidedAt,
      decidedBy: users.name,
    })
    .from(drafts)
    .leftJoin(users, eq(users.id, drafts.decidedBy));
}

function toListed(row: Awaited<ReturnType<typeof selectDrafts>>[number]): ListedDraft {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
