import { and, eq } from "drizzle-orm";
import type { Rewritten } from "#drizzle/schema/drafts";
import type { RecordsFate } from "#drizzle/schema/retention";
import { drafts, evidence, handovers, reviews, revisions, rewrites } from "#drizzle/schema/schema";
import { holds, type Masked, mask, maskOr, overlap, type Span } from "#lib/custody/mask";
import { redactRecords } from "#lib/custody/redact-records";
import { newId } from "#lib/db/ids";
import type { Database, Tx } from "#lib/db/store";
import { forgetTitle } from "#lib/deliveries/forget-title";
import { getGrounded } from "#lib/drafts/base-revision";
import { countStatements } from "#lib/drafts/counts";
import { getRevision } from "#lib/drafts/revision-queries";
import type { Ctx, UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** What stands in place of a statement that was written from redacted words. */
export const REDACTED_STATEMENT = "Taken out with the words it was written from";

type Written = {
  draft: { id: string };
  sourceId: string;
  /** Where the words stand in the source, by version. */
  spans: Map<number, Span[]>;
};

export type Redaction = Written & {
  draft: typeof drafts.$inferSelect;
  /** Taken out of all of the draft; null where only what stands on those places goes. */
  words: Masked;
  points: RecordsFate;
};

/**
 * Takes words out of every revision of a draft and of its records, in the caller's transaction that has locked it.
 * A draft that waits gets a new revision, so that nobody approves what they no longer see. Returns the statements
 * that went.
 */
export async function redactDraft(ctx: Ctx, work: Work, redaction: Redaction): Promise<number> {
  const { tx, record } = work;
  const { draft, words, points } = redaction;
  const gone = points === "drop" ? await writtenFrom(tx, redaction) : new Set<string>();
  for (const { number, statements, grounds, rewritten } of await listRevisions(tx, draft.id)) {
    // What a revision was written from is its own: its statements may have stood on other sentences since.
    const went = points === "drop" && grounds ? hitBy(redaction, grounds.evidence) : gone;
    const without = (ids: ReadonlySet<string>) => (statement: Statement) =>
      ids.has(statement.id) ? withoutWords(statement) : maskStatement(statement, words);
    // The run's own words stand on what the run found, whatever became of them among what people had.
    const again = points === "drop" && rewritten ? hitBy(redaction, rewritten.places) : new Set<string>();
    await tx
      .update(revisions)
      .set({
        statements: statements.map(without(went)),
        rewritten: rewritten && redactRewritten(rewritten, without(again)),
      })
      .where(and(eq(revisions.draftId, draft.id), eq(revisions.number, number)));
  }
  await redactReasons(tx, draft.id, words);
  await redactInstructions(tx, draft.id, words);
  await redactNote(tx, draft.id, words);
  const statements = await getRevision(tx, draft.id, draft.currentRevision);
  await tx
    .update(drafts)
    .set({ title: mask(draft.title, words), counts: countStatements(statements) })
    .where(eq(drafts.id, draft.id));
  if (holds(draft.title, words)) await forgetTitle(tx, draft.id);
  if (draft.state === "approved") await redactRecords(tx, { ...redaction, gone, statements });
  if (draft.state === "pending" && isByPerson(ctx)) await revise(ctx, tx, draft, statements);
  record({ kind: "draft.redacted", subjectId: draft.id, draftId: draft.id, data: { points: gone.size } });
  return gone.size;
}

/** What goes because its time is over is nobody's revision. */
function isByPerson(ctx: Ctx): ctx is UserCtx {
  return ctx.actor.kind === "user";
}

/** The statements whose sentence holds some of the words, by id. */
export async function writtenFrom(
  db: Database | Tx,
  { draft, sourceId, spans }: Written,
): Promise<Set<string>> {
  const places = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.draftId, draft.id), eq(evidence.sourceId, sourceId)));
  return hitBy({ sourceId, spans }, places);
}

function hitBy({ sourceId, spans }: Pick<Written, "sourceId" | "spans">, places: Evidence[]): Set<string> {
  const hit = places.filter((place) => {
    const sentence = {
      start: Math.min(place.start, place.sentenceStart),
      end: Math.max(place.end, place.sentenceEnd),
    };
    return place.sourceId === sourceId && spans.get(place.version)?.some((span) => overlap(span, sentence));
  });
  return new Set(hit.map(({ statementId }) => statementId));
}

/** A statement whose sentence went. */
export function withoutWords(statement: Statement): Statement {
  const { to, details, ...rest } = statement;
  return {
    ...rest,
    text: REDACTED_STATEMENT,
    kept: false,
    person: null,
    due: null,
    flags: [],
    ...(to && { to: null }),
    ...(details && { details: [] }),
  };
}

/** A statement with the words blacked out. Who is on the roster is named by the roster. */
export function maskStatement(statement: Statement, words: Masked): Statement {
  const { person, due, to, details } = statement;
  return {
    ...statement,
    text: mask(statement.text, words),
    person: person && { ...person, name: person.id ? person.name : mask(person.name, words) },
    due: due && { ...due, phrase: mask(due.phrase, words) },
    ...(to && { to: { ...to, name: mask(to.name, words) } }),
    ...(details && { details: details.map((one) => ({ ...one, text: mask(one.text, words) })) }),
  };
}

/** Every revision of a draft, with what it was written from. */
export function listRevisions(tx: Tx, draftId: string) {
  return tx
    .select({
      number: revisions.number,
      statements: revisions.statements,
      grounds: revisions.grounds,
      rewritten: revisions.rewritten,
    })
    .from(revisions)
    .where(eq(revisions.draftId, draftId));
}

/** What a run wrote again, with each of its statements redacted. */
export function redactRewritten(
  { written, places, conflicts }: Rewritten,
  redact: (statement: Statement) => Statement,
): Rewritten {
  const both = conflicts.map((one) => ({ ...one, theirs: one.theirs && redact(one.theirs) }));
  return { written: written.map(redact), places, conflicts: both };
}

async function redactInstructions(tx: Tx, draftId: string, words: Masked): Promise<void> {
  const asked = await tx.select().from(rewrites).where(eq(rewrites.draftId, draftId));
  for (const { runId, instruction } of asked.filter((one) => holds(one.instruction, words))) {
    await tx
      .update(rewrites)
      .set({ instruction: maskOr(instruction, words) })
      .where(eq(rewrites.runId, runId));
  }
}

/** What whoever handed the draft over wrote along with it. */
async function redactNote(tx: Tx, draftId: string, words: Masked): Promise<void> {
  const [handed] = await tx.select().from(handovers).where(eq(handovers.draftId, draftId));
  if (!handed || !holds(handed.note, words)) return;
  await tx
    .update(handovers)
    .set({ note: maskOr(handed.note, words) })
    .where(eq(handovers.draftId, draftId));
}

async function redactReasons(tx: Tx, draftId: string, words: Masked): Promise<void> {
  const given = await tx
    .select({ id: reviews.id, reason: reviews.reason })
    .from(reviews)
    .where(eq(reviews.draftId, draftId));
  for (const { id, reason } of given.filter((review) => holds(review.reason, words))) {
    await tx
      .update(reviews)
      .set({ reason: maskOr(reason, words) })
      .where(eq(reviews.id, id));
  }
}

/** A new revision with what is left, so that who has seen the one before looks again. */
export async function revise(
  ctx: UserCtx,
  tx: Tx,
  draft: Redaction["draft"],
  statements: Statement[],
): Promise<void> {
  const number = draft.currentRevision + 1;
  const written = { draftId: draft.id, createdAt: ctx.now() };
  await tx.update(drafts).set({ currentRevision: number }).where(eq(drafts.id, draft.id));
  const { evidence, sources } = await getGrounded(tx, draft.id, draft.currentRevision);
  const grounds = { evidence, sources };
  await tx
    .insert(revisions)
    .values({ ...written, number, statements, grounds, origin: "edited", authorId: ctx.actor.id });
  await tx.insert(reviews).values({
    ...written,
    id: newId("rev", ctx.now()),
    revision: number,
    decision: "edited",
    reviewerId: ctx.actor.id,
  });
}
