import { and, asc, desc, eq } from "drizzle-orm";
import { documents, drafts, promises, users } from "#drizzle/schema/schema";
import { atMost } from "#lib/db/at-most";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { DocumentFilter } from "#lib/documents/schema";
import { getRevision } from "#lib/drafts/revision-queries";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { heldOnOf, isDeleted, listDraftQuotes, type Quote } from "#lib/records/quotes";
import { visibleDraft } from "#lib/sources/visibility";

/** A document as lists show it. `filedAt` is an ISO instant, `heldOn` YYYY-MM-DD. */
export type ListedDocument = {
  id: string;
  title: string;
  draftId: string;
  heldOn: string | null;
  filedAt: string;
  /** Who approved the draft it was made from. */
  approvedBy: string | null;
  /** Whether what it was made from was deleted since. */
  sourceDeleted: boolean;
};

/** One point of a document and the sentences it stands on. */
export type DocumentPoint = { statementId: string; text: string; quotes: Quote[] };

/** What was promised to somebody outside, as the approval recorded it; `dueOn` is YYYY-MM-DD. */
export type DocumentPromise = {
  id: string;
  text: string;
  promiserName: string | null;
  toName: string | null;
  dueOn: string | null;
};

/** A document with its text, its points in their order on the page, and the promises it tells of, the first due first. */
export type DocumentInFull = ListedDocument & {
  markdown: string;
  points: DocumentPoint[];
  promises: DocumentPromise[];
};

/** Documents that the actor may see, the last filed first. */
export async function listDocuments(
  ctx: UserCtx,
  filter: DocumentFilter = {},
): Promise<Page<ListedDocument>> {
  const { words, cursor } = DocumentFilter.parse(filter);
  const rows = await reader(ctx.store)
    .select(LISTED)
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .leftJoin(users, eq(users.id, drafts.decidedBy))
    .where(
      and(
        hasWords(documents.title, words),
        visibleDraft(ctx.actor, documents.draftId),
        olderThan(cursor, documents.createdAt, documents.id),
      ),
    )
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(atMost(PAGE_ROWS + 1));
  const page = toPage(rows, (last) => [last.filedAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(withIso) };
}

/** One document; `not_found` where there is none or the actor may not see it. */
export async function getDocument(ctx: UserCtx, documentId: string): Promise<DocumentInFull> {
  const [row] = await reader(ctx.store)
    .select({ ...LISTED, markdown: documents.markdown, revision: drafts.currentRevision })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .leftJoin(users, eq(users.id, drafts.decidedBy))
    .where(and(eq(documents.id, documentId), visibleDraft(ctx.actor, documents.draftId)));
  if (!row) throw new AppError("not_found", "There is no such document, or it is not shared with you.");
  const { revision, ...document } = row;
  const points = document.sourceDeleted ? [] : await listPoints(ctx, row.draftId, revision);
  return { ...withIso(document), points, promises: await listPromisesOf(ctx, row.draftId) };
}

function listPromisesOf(ctx: UserCtx, draftId: string): Promise<DocumentPromise[]> {
  return reader(ctx.store)
    .select({
      id: promises.id,
      text: promises.text,
      promiserName: promises.promiserName,
      toName: promises.toName,
      dueOn: promises.dueOn,
    })
    .from(promises)
    .where(eq(promises.draftId, draftId))
    .orderBy(asc(promises.dueOn), asc(promises.id));
}

async function listPoints(ctx: UserCtx, draftId: string, revision: number): Promise<DocumentPoint[]> {
  const [statements, quotes] = await Promise.all([
    getRevision(reader(ctx.store), draftId, revision),
    listDraftQuotes(ctx, draftId),
  ]);
  const points = statements
    .filter(({ kept }) => kept)
    .map(({ id, text }) => ({ statementId: id, text, quotes: quotes.get(id) ?? [] }));
  // The outcome is often the first decision, which says it once.
  return [...new Map(points.map((point) => [point.text, point])).values()];
}

const LISTED = {
  id: documents.id,
  title: documents.title,
  draftId: documents.draftId,
  heldOn: heldOnOf(documents.draftId),
  filedAt: documents.createdAt,
  approvedBy: users.name,
  sourceDeleted: isDeleted,
};

function withIso<Row extends { filedAt: Date }>(row: Row) {
  return { ...row, filedAt: row.filedAt.toISOString() };
}
