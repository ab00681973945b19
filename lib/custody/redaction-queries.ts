import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import {
  actions,
  decisions,
  documents,
  draftSources,
  drafts,
  promises,
  questions,
} from "#drizzle/schema/schema";
import { readKeptSource } from "#lib/custody/find-source";
import { findWords, listTexts } from "#lib/custody/find-words";
import { holds, type Span } from "#lib/custody/mask";
import { maskAction, maskDecision, maskPromise, maskQuestion } from "#lib/custody/mask-records";
import { maskStatement, withoutWords, writtenFrom } from "#lib/custody/redact-draft";
import { PreviewRedaction } from "#lib/custody/schema";
import { type Database, reader } from "#lib/db/store";
import { getRevision } from "#lib/drafts/revision-queries";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** Texts that a preview shows of each kind; of the rest it gives the number. */
const FIRST = 4;

/** Statements of drafts and records of approvals, counted, and the first few in their own words. */
export type Touched = { points: number; records: number; first: string[]; more: number };

/** What taking words out of a source touches. */
export type RedactionPreview = {
  /** Places in its text, over all versions. */
  places: number;
  /** Whether its title or the name of its file has the words. */
  named: boolean;
  /** Written from sentences with the words: goes, or stays with the words blacked out, as whoever takes them out says. */
  written: Touched;
  /** Written from elsewhere; the words are blacked out in it. */
  masked: Touched;
};

/**
 * Tells what `redactSource` would touch, to whoever may call it, and refuses as it does. Of a draft whose other sources
 * they don't see, parts are counted and not shown. Documents count as records, and are written anew.
 */
export async function previewRedaction(ctx: UserCtx, input: PreviewRedaction): Promise<RedactionPreview> {
  const { sourceId, words } = PreviewRedaction.parse(input);
  const db = reader(ctx.store);
  const source = await readKeptSource(ctx, db, sourceId);
  const { spans, places, named } = findWords(source, await listTexts(db, sourceId), words);
  const parts: Part[] = [];
  for (const draft of await listDraftsOf(ctx, db, sourceId)) {
    parts.push(...(await listParts(db, { draft, sourceId, spans, words })));
  }
  return {
    places,
    named,
    written: summary(parts.filter(({ written }) => written)),
    masked: summary(parts.filter(({ written }) => !written)),
  };
}

type Draft = { id: string; currentRevision: number; shown: boolean };
type Asked = { draft: Draft; sourceId: string; spans: Map<number, Span[]>; words: string };
/** A statement or a record that doesn't stay as it is. */
type Part = { kind: "points" | "records"; text: string; written: boolean; shown: boolean };

function listDraftsOf(ctx: UserCtx, db: Database, sourceId: string): Promise<Draft[]> {
  return db
    .select({
      id: drafts.id,
      currentRevision: drafts.currentRevision,
      shown: sql<boolean>`${visibleDraft(ctx.actor, drafts.id)}`,
    })
    .from(drafts)
    .innerJoin(draftSources, eq(draftSources.draftId, drafts.id))
    .where(and(eq(draftSources.sourceId, sourceId), ne(drafts.state, "deleted")))
    .orderBy(asc(drafts.id));
}

async function listParts(db: Database, asked: Asked): Promise<Part[]> {
  const { draft, words } = asked;
  const gone = await writtenFrom(db, asked);
  const statements = await getRevision(db, draft.id, draft.currentRevision);
  const points = statements.flatMap((statement) => {
    const written = gone.has(statement.id);
    const after = written ? withoutWords(statement) : maskStatement(statement, words);
    return isDeepStrictEqual(after, statement) ? [] : { text: statement.text, written };
  });
  const records = await listRecords(db, draft.id, gone, words);
  const pages = await listPages(db, draft.id, words, points.length + records.length > 0);
  const { shown } = draft;
  return [
    ...points.map((part): Part => ({ kind: "points", shown, ...part })),
    ...[...records, ...pages].map((part): Part => ({ kind: "records", shown, ...part })),
  ];
}

async function listRecords(db: Database, draftId: string, gone: ReadonlySet<string>, words: string) {
  const [made, decided, promised, asked] = await Promise.all([
    db.select().from(actions).where(eq(actions.draftId, draftId)),
    db.select().from(decisions).where(eq(decisions.draftId, draftId)),
    db.select().from(promises).where(eq(promises.draftId, draftId)),
    db.select().from(questions).where(eq(questions.draftId, draftId)),
  ]);
  const records = [
    ...made.map((one) => ({ before: one, after: { ...one, ...maskAction(one, words) } })),
    ...decided.map((one) => ({ before: one, after: { ...one, ...maskDecision(one, words) } })),
    ...promised.map((one) => ({ before: one, after: { ...one, ...maskPromise(one, words) } })),
    ...asked.map((one) => ({ before: one, after: { ...one, ...maskQuestion(one, words) } })),
  ];
  return records.flatMap(({ before, after }) => {
    const written = gone.has(before.statementId);
    return written || !isDeepStrictEqual(after, before) ? { text: before.text, written } : [];
  });
}

/** Documents with the words, and where something else is touched each one: it is written anew from that. */
async function listPages(db: Database, draftId: string, words: string, anew: boolean) {
  const pages = await db
    .select({ title: documents.title, markdown: documents.markdown })
    .from(documents)
    .where(eq(documents.draftId, draftId));
  return pages
    .filter(({ title, markdown }) => anew || holds(title, words) || holds(markdown, words))
    .map(({ title }) => ({ text: title, written: false }));
}

function summary(parts: Part[]): Touched {
  const texts = new Set(parts.map(({ text }) => text));
  const shown = new Set(parts.filter((part) => part.shown).map(({ text }) => text));
  const first = [...shown].slice(0, FIRST);
  const count = (kind: Part["kind"]) => parts.filter((part) => part.kind === kind).length;
  return { points: count("points"), records: count("records"), first, more: texts.size - first.length };
}
