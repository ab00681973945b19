import { eq, inArray, sql } from "drizzle-orm";
import { actions, sources } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { isCarried } from "#lib/grounding/earlier-choices";
import type { Grounded } from "#lib/grounding/ground";
import { seenByAllOf } from "#lib/sources/audience";

/**
 * What a run wrote without the open actions of earlier meetings that not all readers of its source see any more: it may
 * have been shared with more people while the writer worked. Holds the source, so that nobody shares it meanwhile.
 */
export async function dropUnseen(tx: Tx, sourceId: string, grounded: Grounded): Promise<Grounded> {
  const ids = grounded.statements.filter(isCarried).flatMap(({ earlier }) => earlier?.id ?? []);
  if (ids.length === 0) return grounded;
  await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, sourceId)).for("share");
  const seen = await tx
    .select({ id: actions.id })
    .from(actions)
    .where(
      sql`${inArray(actions.id, ids)} and not exists (
        select 1 from draft_sources behind join sources known on known.id = behind.source_id, sources held
        where behind.draft_id = ${actions.draftId} and held.id = ${sourceId} and not ${seenByAllOf("known", "held")})`,
    );
  const left = new Set(seen.map(({ id }) => id));
  const gone = new Set(
    grounded.statements
      .filter((one) => isCarried(one) && !left.has(one.earlier?.id ?? ""))
      .map(({ id }) => id),
  );
  return {
    ...grounded,
    statements: grounded.statements.filter(({ id }) => !gone.has(id)),
    evidence: grounded.evidence.filter(({ statementId }) => !gone.has(statementId)),
  };
}
