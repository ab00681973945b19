import { and, eq, inArray, sql } from "drizzle-orm";
import { actions, draftSources, drafts, revisions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { isCarried } from "#lib/grounding/earlier-choices";
import { seenByAllOf } from "#lib/sources/audience";

/**
 * Refuses to share a source with people who don't see the earlier meetings that its drafts carry open actions over from:
 * they would read there what is not shared with them. Asked in the transaction that has changed who sees it. `conflict`.
 */
export async function refuseWiderThanCarried(tx: Tx, sourceId: string): Promise<void> {
  const written = await tx
    .select({ statements: revisions.statements })
    .from(draftSources)
    .innerJoin(drafts, eq(drafts.id, draftSources.draftId))
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .where(eq(draftSources.sourceId, sourceId));
  const carried = written.flatMap(({ statements }) => statements.filter(isCarried));
  const ids = [...new Set(carried.flatMap(({ earlier }) => earlier?.id ?? []))];
  if (ids.length === 0) return;
  const from = tx
    .select({ id: draftSources.sourceId })
    .from(draftSources)
    .innerJoin(actions, eq(actions.draftId, draftSources.draftId))
    .where(inArray(actions.id, ids));
  const { rows } = await tx.execute(sql`
    select 1 from sources held, sources known
    where held.id = ${sourceId} and known.id in ${from} and not ${seenByAllOf("known", "held")} limit 1`);
  if (rows.length > 0)
    throw new AppError(
      "conflict",
      "Its draft carries open actions over from earlier meetings, which not all of these people see. Share those first.",
    );
}
