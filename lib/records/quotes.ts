import { and, asc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { draftSources, evidence, sources, sourceVersions } from "#drizzle/schema/schema";
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
  const rows = await reader(ctx.store)
    .select({
      start: evidence.start,
      end: evidence.end,
      sentenceStart: evidence.sentenceStart,
      sentenceEnd: evidence.sentenceEnd,
      text: sourceVersions.text,
      sourceTitle: sources.title,
      heldOn: sources.heldOn,
    })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, evidence.sourceId), eq(sourceVersions.version, evidence.version)),
    )
    .where(
      and(
        eq(evidence.draftId, draftId),
        eq(evidence.statementId, statementId),
        visibleDraft(ctx.actor, evidence.draftId),
      ),
    )
    .orderBy(asc(evidence.sourceId), asc(evidence.start));
  return rows.map(({ text, start, end, sentenceStart, sentenceEnd, ...source }) => ({
    ...source,
    before: clipStart(text.slice(Math.min(sentenceStart, start), start)),
    quoted: text.slice(start, end),
    after: clipEnd(text.slice(end, Math.max(sentenceEnd, end))),
    line: text.slice(0, start).split("\n").length,
  }));
}

/** The day of the meeting behind a draft, for a column that names the draft. Only in queries that join. */
export function heldOnOf(draftId: AnyPgColumn) {
  return sql<string | null>`(select ${sources.heldOn}::text from ${draftSources}
    join ${sources} on ${sources.id} = ${draftSources.sourceId}
    where ${draftSources.draftId} = ${draftId} order by ${draftSources.sourceId} limit 1)`;
}

function clipStart(text: string): string {
  return text.length > MOST_AROUND ? `… ${text.slice(-MOST_AROUND)}` : text;
}

function clipEnd(text: string): string {
  return text.length > MOST_AROUND ? `${text.slice(0, MOST_AROUND)} …` : text;
}
