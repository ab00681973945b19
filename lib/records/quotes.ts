import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { draftSources, drafts, evidence, sources, sourceVersions } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** The words a record stands on, inside their whole sentence: `before` + `quoted` + `after` spell it. */
export type Quote = {
  before: string;
  quoted: string;
  after: string;
  sourceTitle: string;
  /** YYYY-MM-DD in the source's time zone. */
  heldOn: string;
  /** 1-based line of the source on which the quote begins. */
  line: number;
};

/** A "sentence" of a source without punctuation can be the whole file; this much on each side is enough to read. */
const MOST_AROUND = 400;

/** The sentences behind a statement, in the order of the source; none where the actor doesn't see the draft. */
export async function listQuotes(ctx: UserCtx, draftId: string, statementId: string): Promise<Quote[]> {
  return (await quotesWhere(ctx, draftId, eq(evidence.statementId, statementId))).map(({ quote }) => quote);
}

/** The sentences behind the statements of a draft, or some of them, by the statement's id, in the order of the source. */
export async function listDraftQuotes(
  ctx: UserCtx,
  draftId: string,
  statementIds?: string[],
): Promise<Map<string, Quote[]>> {
  const rows = await quotesWhere(ctx, draftId, statementIds && inArray(evidence.statementId, statementIds));
  const grouped = Map.groupBy(rows, ({ statementId }) => statementId);
  return new Map([...grouped].map(([id, group]) => [id, group.map(({ quote }) => quote)]));
}

async function quotesWhere(ctx: UserCtx, draftId: string, which?: SQL) {
  const db = reader(ctx.store);
  const seen = visibleDraft(ctx.actor, evidence.draftId);
  const [places, texts] = await Promise.all([
    db
      .select(PLACE)
      .from(evidence)
      .where(and(eq(evidence.draftId, draftId), which, seen))
      .orderBy(asc(evidence.sourceId), asc(evidence.start)),
    listTexts(ctx, draftId),
  ]);
  const textOf = new Map(
    texts.map(({ sourceId, ...source }) => [sourceId, { ...source, lineOf: lineNumbers(source.text) }]),
  );
  return places.map(({ statementId, sourceId, ...place }) => ({
    statementId,
    quote: quoteAt(textOf.get(sourceId)!, place),
  }));
}

const PLACE = {
  statementId: evidence.statementId,
  sourceId: evidence.sourceId,
  start: evidence.start,
  end: evidence.end,
  sentenceStart: evidence.sentenceStart,
  sentenceEnd: evidence.sentenceEnd,
};

/** A text can be 2 MB, so it is read once, however many statements quote it. */
function listTexts(ctx: UserCtx, draftId: string) {
  return reader(ctx.store)
    .select({
      sourceId: sources.id,
      sourceTitle: sources.title,
      heldOn: sources.heldOn,
      text: sourceVersions.text,
    })
    .from(draftSources)
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .innerJoin(
      sourceVersions,
      and(
        eq(sourceVersions.sourceId, draftSources.sourceId),
        eq(sourceVersions.version, draftSources.version),
      ),
    )
    .where(and(eq(draftSources.draftId, draftId), visibleDraft(ctx.actor, draftSources.draftId)));
}

type Place = { start: number; end: number; sentenceStart: number; sentenceEnd: number };
type Text = { text: string; sourceTitle: string; heldOn: string; lineOf: (start: number) => number };

/** On which line a place is, for places in order: each goes on from the one before. */
function lineNumbers(text: string): (start: number) => number {
  let [line, next] = [1, text.indexOf("\n")];
  return (start) => {
    for (; next !== -1 && next < start; next = text.indexOf("\n", next + 1)) line++;
    return line;
  };
}

function quoteAt(
  { text, lineOf, ...source }: Text,
  { start, end, sentenceStart, sentenceEnd }: Place,
): Quote {
  return {
    ...source,
    before: clipStart(text.slice(Math.min(sentenceStart, start), start)),
    quoted: text.slice(start, end),
    after: clipEnd(text.slice(end, Math.max(sentenceEnd, end))),
    line: lineOf(start),
  };
}

/** The day of the meeting behind a draft, for a column that names the draft. Only in queries that join. */
export function heldOnOf(draftId: AnyPgColumn) {
  return sql<string | null>`(select ${sources.heldOn}::text from ${draftSources}
    join ${sources} on ${sources.id} = ${draftSources.sourceId}
    where ${draftSources.draftId} = ${draftId} order by ${draftSources.sourceId} limit 1)`;
}

/** Whether the draft behind a record was deleted with its source. Only in queries that join drafts. */
export const isDeleted = sql<boolean>`${drafts.state} = 'deleted'`;

function clipStart(text: string): string {
  return text.length > MOST_AROUND ? `… ${text.slice(-MOST_AROUND)}` : text;
}

function clipEnd(text: string): string {
  return text.length > MOST_AROUND ? `${text.slice(0, MOST_AROUND)} …` : text;
}
