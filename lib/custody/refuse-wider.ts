import { eq, inArray, sql } from "drizzle-orm";
import { actions, draftSources, revisions } from "#drizzle/schema/schema";
import { HIDDEN_ACTION } from "#lib/custody/hide-carried";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { isCarried } from "#lib/grounding/earlier-choices";
import { seenByAllOf } from "#lib/sources/audience";

/**
 * Refuses to share a source with people who don't see the earlier meetings that its drafts carry open actions over from:
 * they would read there what is not shared with them, and in earlier revisions as well. Of an action that is deleted
 * nobody can tell any more who saw it. Asked in the transaction that has changed who sees it. `conflict`.
 */
export async function refuseWiderThanCarried(tx: Tx, sourceId: string): Promise<void> {
  const written = await tx
    .select({ statements: revisions.statements })
    .from(draftSources)
    .innerJoin(revisions, eq(revisions.draftId, draftSources.draftId))
    .where(eq(draftSources.sourceId, sourceId));
  const carried = written.flatMap(({ statements }) =>
    statements.filter((one) => isCarried(one) && one.text !== HIDDEN_ACTION),
  );
  const ids = [...new Set(carried.flatMap(({ earlier }) => earlier?.id ?? []))];
  if (ids.length === 0) return;
  const left = await tx.select({ draftId: actions.draftId }).from(actions).where(inArray(actions.id, ids));
  if (left.length < ids.length) throw refusal("some of which are deleted");
  const from = tx
    .select({ id: draftSources.sourceId })
    .from(draftSources)
    .where(
      inArray(
        draftSources.draftId,
        left.map(({ draftId }) => draftId),
      ),
    );
  const { rows } = await tx.execute(sql`
    select 1 from sources held, sources known
    where held.id = ${sourceId} and known.id in ${from} and not ${seenByAllOf("known", "held")} limit 1`);
  if (rows.length > 0) throw refusal("which not all of these people see. Share those first");
}

function refusal(why: string): AppError {
  return new AppError("conflict", `Its draft carries open actions over from earlier meetings, ${why}.`);
}
