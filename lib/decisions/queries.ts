import { and, desc, eq, sql } from "drizzle-orm";
import { decisions, drafts } from "#drizzle/schema/schema";
import { atMost } from "#lib/db/at-most";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { DecisionFilter } from "#lib/decisions/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { listMentions, type Mention } from "#lib/records/mention-queries";
import { heldOnOf, isDeleted, listQuotes, type Quote } from "#lib/records/quotes";
import { inSeries } from "#lib/sources/in-series";
import { visibleDraft } from "#lib/sources/visibility";

/** A decision as lists show it. `recordedAt` is an ISO instant, `heldOn` YYYY-MM-DD. */
export type ListedDecision = {
  id: string;
  text: string;
  /** Who decided, as named in the source. */
  deciderName: string | null;
  recordedAt: string;
  draftId: string;
  statementId: string;
  title: string;
  /** The day of the meeting. */
  heldOn: string | null;
  /** Whether what it was made from was deleted since. */
  sourceDeleted: boolean;
  /** The decision that took its place; null while it stands. Who sees it may be fewer people. */
  supersededBy: string | null;
};

/** A decision with why it was made, what was weighed and not taken, and the sentences behind it. */
export type DecisionInFull = ListedDecision & {
  because: string[];
  instead: string[];
  quotes: Quote[];
  mentions: Mention[];
};

/** Decisions that the actor may see, the last recorded first. `cursor` is the `next` of the page before. */
export async function listDecisions(
  ctx: UserCtx,
  filter: DecisionFilter = {},
): Promise<Page<ListedDecision>> {
  const { words, seriesId, cursor } = DecisionFilter.parse(filter);
  const rows = await selectDecisions(ctx)
    .where(
      and(
        inSeries(decisions.draftId, seriesId),
        hasWords(decisions.text, words),
        visibleDraft(ctx.actor, decisions.draftId),
        olderThan(cursor, decisions.createdAt, decisions.id),
      ),
    )
    .orderBy(desc(decisions.createdAt), desc(decisions.id))
    .limit(atMost(PAGE_ROWS + 1));
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** One decision with its sentences; `not_found` where there is none or the actor may not see it. */
export async function getDecision(ctx: UserCtx, decisionId: string): Promise<DecisionInFull> {
  const [[row], [details]] = await Promise.all([
    selectDecisions(ctx).where(and(eq(decisions.id, decisionId), visibleDraft(ctx.actor, decisions.draftId))),
    reader(ctx.store)
      .select({ because: decisions.because, instead: decisions.instead })
      .from(decisions)
      .where(eq(decisions.id, decisionId)),
  ]);
  if (!row || !details)
    throw new AppError("not_found", "There is no such decision, or it is not shared with you.");
  const [quotes, mentions] = await Promise.all([
    listQuotes(ctx, row.draftId, row.statementId),
    listMentions(ctx, decisionId),
  ]);
  return { ...toListed(row), ...details, quotes, mentions };
}

// A decision that is gone, with its source or by an undo, supersedes nothing.
const STANDING = sql<
  string | null
>`(select later.id from decisions later where later.id = decisions.superseded_by)`;

function selectDecisions(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: decisions.id,
      text: decisions.text,
      deciderName: decisions.deciderName,
      createdAt: decisions.createdAt,
      draftId: decisions.draftId,
      statementId: decisions.statementId,
      title: drafts.title,
      heldOn: heldOnOf(decisions.draftId),
      sourceDeleted: isDeleted,
      supersededBy: STANDING,
    })
    .from(decisions)
    .innerJoin(drafts, eq(drafts.id, decisions.draftId));
}

type Selected = Awaited<ReturnType<typeof selectDecisions>>[number];

function toListed({ createdAt, ...row }: Selected): ListedDecision {
  return { ...row, recordedAt: createdAt.toISOString() };
}
