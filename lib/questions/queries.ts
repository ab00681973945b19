import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { QuestionState } from "#drizzle/schema/records";
import { drafts, questions, users } from "#drizzle/schema/schema";
import { atMost } from "#lib/db/at-most";
import { type Counted, countEach } from "#lib/db/count";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { rowByRow } from "#lib/db/row-by-row";
import { reader } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { type HistoryLine, listHistory } from "#lib/log/history";
import { canAnswerQuestion } from "#lib/questions/policy";
import { QuestionFilter } from "#lib/questions/schema";
import { listMentions, type Mention } from "#lib/records/mention-queries";
import { heldOnOf, isDeleted, listQuotes, type Quote } from "#lib/records/quotes";
import { inSeries } from "#lib/sources/in-series";
import { visibleDraft } from "#lib/sources/visibility";

/** A question as lists show it. Instants are ISO strings, `heldOn` YYYY-MM-DD. */
export type ListedQuestion = {
  id: string;
  version: number;
  text: string;
  deciderId: string | null;
  /** Who decides, also where they are not on the roster. */
  deciderName: string | null;
  state: QuestionState;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  mayAnswer: boolean;
  draftId: string;
  statementId: string;
  title: string;
  heldOn: string | null;
  /** Whether what it was made from was deleted since. */
  sourceDeleted: boolean;
};

/** A question with its sentences and what happened to it. */
export type QuestionInFull = ListedQuestion & {
  quotes: Quote[];
  mentions: Mention[];
  history: HistoryLine[];
};

const answerers = alias(users, "answerers");

/** Questions in one state that the actor may see, the last asked first. */
export async function listQuestions(ctx: UserCtx, filter: QuestionFilter): Promise<Page<ListedQuestion>> {
  const { cursor, ...wanted } = QuestionFilter.parse(filter);
  const rows = await selectQuestions(ctx)
    .where(and(matching(ctx, wanted), olderThan(cursor, questions.createdAt, questions.id)))
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(atMost(PAGE_ROWS + 1));
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map((row) => toListed(ctx, row)) };
}

/** The open questions the actor decides, the longest asked first, at most `most`. */
export function listOwnQuestions(ctx: UserCtx, most: number): Promise<ListedQuestion[]> {
  return longestAsked(ctx, { state: "open", deciderId: ctx.actor.id }, most);
}

/** The open questions of everybody that the actor sees, the longest asked first, at most `most`. */
export function listOldestQuestions(ctx: UserCtx, most: number): Promise<ListedQuestion[]> {
  return longestAsked(ctx, { state: "open" }, most);
}

async function longestAsked(ctx: UserCtx, wanted: Wanted, most: number): Promise<ListedQuestion[]> {
  const rows = await selectQuestions(ctx)
    .where(matching(ctx, wanted))
    .orderBy(asc(questions.createdAt), asc(questions.id))
    .limit(most);
  return rows.map((row) => toListed(ctx, row));
}

/** How many questions a filter finds, at most 100. */
export async function countQuestions(ctx: UserCtx, filter: Omit<QuestionFilter, "cursor">): Promise<number> {
  const { found } = await countEach(ctx, { found: matchingQuestions(ctx, filter) });
  return found;
}

/** The questions that a filter finds, to be counted. */
export function matchingQuestions(ctx: UserCtx, filter: Omit<QuestionFilter, "cursor">): Counted {
  return { table: questions, where: matching(ctx, QuestionFilter.parse(filter)) };
}

/** One question with its sentences and history; `not_found` where there is none or the actor may not see it. */
export async function getQuestion(ctx: UserCtx, questionId: string): Promise<QuestionInFull> {
  const [row] = await selectQuestions(ctx).where(
    and(eq(questions.id, questionId), visibleDraft(ctx.actor, questions.draftId)),
  );
  if (!row) throw new AppError("not_found", "There is no such question, or it is not shared with you.");
  const [quotes, mentions, history] = await Promise.all([
    listQuotes(ctx, row.draftId, row.statementId),
    listMentions(ctx, questionId),
    listHistory(ctx, questionId, "this question"),
  ]);
  return { ...toListed(ctx, row), quotes, mentions, history };
}

function selectQuestions(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: questions.id,
      version: questions.version,
      text: questions.text,
      deciderId: questions.deciderId,
      deciderName: sql<string | null>`coalesce(${users.name}, ${questions.deciderName})`,
      state: questions.state,
      createdAt: questions.createdAt,
      answer: questions.answer,
      answeredAt: questions.answeredAt,
      answeredBy: answerers.name,
      draftId: questions.draftId,
      statementId: questions.statementId,
      title: drafts.title,
      heldOn: heldOnOf(questions.draftId),
      sourceDeleted: isDeleted,
    })
    .from(questions)
    .innerJoin(drafts, eq(drafts.id, questions.draftId))
    .leftJoin(users, eq(users.id, questions.deciderId))
    .leftJoin(answerers, eq(answerers.id, questions.answeredBy));
}

type Selected = Awaited<ReturnType<typeof selectQuestions>>[number];

function toListed(ctx: UserCtx, { createdAt, answeredAt, ...row }: Selected): ListedQuestion {
  return {
    ...row,
    askedAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    mayAnswer: row.state === "open" && canAnswerQuestion(ctx.actor, row),
  };
}

type Wanted = Omit<ReturnType<typeof QuestionFilter.parse>, "cursor">;

function matching(ctx: UserCtx, { state, deciderId, seriesId, words }: Wanted) {
  return and(
    eq(questions.state, state),
    deciderId ? eq(questions.deciderId, deciderId) : undefined,
    inSeries(questions.draftId, seriesId),
    hasWords(questions.text, words),
    rowByRow(visibleDraft(ctx.actor, questions.draftId)),
  );
}
