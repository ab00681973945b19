import { and, eq, inArray, ne } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import {
  actions,
  decisions,
  deliveries,
  documents,
  draftSources,
  drafts,
  promises,
  questions,
  sources,
} from "#drizzle/schema/schema";
import { canKeepSource } from "#lib/custody/policy";
import { NameSource } from "#lib/custody/schema";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft, visibleSource } from "#lib/sources/visibility";

const RECORDS = [actions, decisions, promises, questions, documents] as const;

/** Records whose words are shown before they go. */
const FIRST = 4;

/** What hangs on a source, before it is deleted or redacted. */
export type Custody = {
  /** Whether the actor may delete, redact and share it. */
  mayKeep: boolean;
  drafts: number;
  actions: number;
  decisions: number;
  promises: number;
  questions: number;
  documents: number;
  /** The first few of these records in their own words, as far as the actor sees them. */
  first: string[];
  /** Copies that have left, or may have, and can't be called back. */
  left: number;
};

/** Counts what was made from a source; `not_found` where there is none or the actor may not see it. */
export async function getCustody(ctx: UserCtx, input: NameSource): Promise<Custody> {
  const { sourceId } = NameSource.parse(input);
  const db = reader(ctx.store);
  const [source] = await db
    .select({ authorId: sources.authorId, keeperId: sources.keeperId })
    .from(sources)
    .where(and(eq(sources.id, sourceId), visibleSource(ctx.actor)));
  if (!source) throw new AppError("not_found", "There is no such source, or it is not shared with you.");
  const made = draftsMadeFrom(db, sourceId);
  const among = (table: (typeof RECORDS)[number]) => db.$count(table, inArray(table.draftId, made));
  const left = inArray(deliveries.state, ["sending", "sent", "unknown"]);
  return {
    mayKeep: canKeepSource(ctx.actor, source),
    drafts: await db.$count(drafts, and(inArray(drafts.id, made), ne(drafts.state, "deleted"))),
    actions: await among(actions),
    decisions: await among(decisions),
    promises: await among(promises),
    questions: await among(questions),
    documents: await among(documents),
    first: await listFirst(ctx, db, made),
    left: await db.$count(deliveries, and(inArray(deliveries.draftId, made), left)),
  };
}

type Made = ReturnType<typeof draftsMadeFrom>;

function draftsMadeFrom(db: Database, sourceId: string) {
  return db
    .select({ id: draftSources.draftId })
    .from(draftSources)
    .where(eq(draftSources.sourceId, sourceId));
}

async function listFirst(ctx: UserCtx, db: Database, made: Made): Promise<string[]> {
  const seen = (draftId: AnyPgColumn) => and(inArray(draftId, made), visibleDraft(ctx.actor, draftId));
  const rows = await unionAll(
    db.select({ id: actions.id, text: actions.text }).from(actions).where(seen(actions.draftId)),
    db.select({ id: decisions.id, text: decisions.text }).from(decisions).where(seen(decisions.draftId)),
    db.select({ id: promises.id, text: promises.text }).from(promises).where(seen(promises.draftId)),
    db.select({ id: questions.id, text: questions.text }).from(questions).where(seen(questions.draftId)),
    db.select({ id: documents.id, text: documents.title }).from(documents).where(seen(documents.draftId)),
  )
    // By kind and then in time: ids begin with one and go on with the other.
    .orderBy(({ id }) => id)
    .limit(FIRST);
  return [...new Set(rows.map(({ text }) => text))];
}
