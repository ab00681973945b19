import { and, eq } from "drizzle-orm";
import type { Grounds, RevisionOrigin, Rewritten } from "#drizzle/schema/drafts";
import {
  draftSources,
  drafts,
  statements as identities,
  evidence as places,
  reviews,
  revisions,
} from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { differs, getBase } from "#lib/drafts/base-revision";
import { lostRace } from "#lib/drafts/conflict";
import { countStatements } from "#lib/drafts/counts";
import type { DraftText } from "#lib/drafts/merge-drafts";
import { titleOf } from "#lib/drafts/title-of";
import type { Ctx } from "#lib/events/context";

export type NextRevision = DraftText & {
  origin: RevisionOrigin;
  sources: Grounds["sources"];
  /** The run that wrote it; whoever acts did otherwise. */
  runId?: string;
  rewritten?: Rewritten;
  restores?: number;
};

/**
 * Writes the revision after `seen`, with where its statements stand, in the caller's transaction, and returns its
 * number. `conflict` (with what the draft is now) where somebody was faster, or it does not wait any more.
 */
export async function writeRevision(
  ctx: Ctx,
  tx: Tx,
  draftId: string,
  seen: number,
  next: NextRevision,
): Promise<number> {
  const number = seen + 1;
  const { statements, evidence, sources, origin, runId, rewritten, restores } = next;
  const authorId = runId || ctx.actor.kind === "system" ? null : ctx.actor.id;
  const base = rewritten?.written ?? (await getBase(tx, draftId, restores ?? seen)).statements;
  const [row] = await tx
    .update(drafts)
    .set({
      currentRevision: number,
      counts: countStatements(statements),
      edited: differs(base, statements),
    })
    .where(and(eq(drafts.id, draftId), eq(drafts.state, "pending"), eq(drafts.currentRevision, seen)))
    .returning({ workflow: drafts.workflow });
  if (!row) throw await lostRace(tx, draftId);
  const title = titleOf(row.workflow, statements);
  if (title) await tx.update(drafts).set({ title }).where(eq(drafts.id, draftId));
  const grounds: Grounds = { sources, evidence };
  const createdAt = ctx.now();
  await tx.insert(revisions).values({
    ...{ draftId, number, statements, authorId, runId, origin, grounds, rewritten, restores, createdAt },
  });
  if (authorId && origin === "edited") {
    const id = newId("rev", createdAt);
    await tx
      .insert(reviews)
      .values({ id, draftId, revision: number, decision: "edited", reviewerId: authorId, createdAt });
  }
  await replaceGrounds(tx, draftId, statements, grounds);
  return number;
}

/** The rows beside the revision say of the newest one what it stands on: approvals, records and pages read them. */
async function replaceGrounds(
  tx: Tx,
  draftId: string,
  statements: DraftText["statements"],
  { sources, evidence }: Grounds,
): Promise<void> {
  const named = statements.map(({ id, section }, position) => ({ draftId, id, section, position }));
  if (named.length > 0) await tx.insert(identities).values(named).onConflictDoNothing();
  await tx.delete(places).where(eq(places.draftId, draftId));
  if (evidence.length > 0)
    await tx
      .insert(places)
      .values(evidence.map((place) => ({ draftId, ...place })))
      .onConflictDoNothing();
  for (const { sourceId, version } of sources) {
    await tx
      .insert(draftSources)
      .values({ draftId, sourceId, version })
      .onConflictDoUpdate({ target: [draftSources.draftId, draftSources.sourceId], set: { version } });
  }
}
