import { eq, inArray, sql } from "drizzle-orm";
import { actions, draftSources, drafts, revisions } from "#drizzle/schema/schema";
import { replaceCarried } from "#lib/custody/redact-carried";
import { revise, withoutWords } from "#lib/custody/redact-draft";
import type { Tx } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { isCarried } from "#lib/grounding/earlier-choices";
import { seenByAllOf } from "#lib/sources/audience";

/** What stands in place of an action carried over from a meeting that not everybody sees who reads it there. */
export const HIDDEN_ACTION = "An action of a meeting that is not shared with everyone here";

/**
 * Takes out of drafts, which are locked, what they carry over from meetings that not all their readers see any more: in
 * every revision and in their documents. Asked in the transaction that has changed who sees what.
 */
export async function hideCarried(
  ctx: UserCtx,
  work: Work,
  later: (typeof drafts.$inferSelect)[],
): Promise<void> {
  const hide = (statement: Parameters<typeof withoutWords>[0]) => ({
    ...withoutWords(statement),
    text: HIDDEN_ACTION,
  });
  for (const draft of later) {
    const unseen = await listUnseen(work.tx, draft.id);
    const statements = unseen.length > 0 && (await replaceCarried(work, draft, unseen, hide));
    if (statements && draft.state === "pending") await revise(ctx, work.tx, draft, statements);
  }
}

/** The drafts written from sources, locked, with what they carry hidden that those who see them now don't see. */
export async function hideCarriedIn(ctx: UserCtx, work: Work, sourceIds: string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  const from = work.tx
    .select({ id: draftSources.draftId })
    .from(draftSources)
    .where(inArray(draftSources.sourceId, sourceIds));
  const held = await work.tx
    .select()
    .from(drafts)
    .where(inArray(drafts.id, from))
    .orderBy(drafts.id)
    .for("update");
  await hideCarried(
    ctx,
    work,
    held.filter(({ state }) => state !== "deleted"),
  );
}

/**
 * What was carried over from the meetings of a team that somebody has left, hidden where they still read it. Meetings of
 * the team's own, and those that are open, carry nothing that their readers don't see.
 */
export async function hideCarriedOfTeam(ctx: UserCtx, work: Work, teamId: string): Promise<void> {
  const { rows } = await work.tx.execute<{ id: string }>(sql`
    select distinct held.id from sources known
      join draft_sources behind on behind.source_id = known.id
      join actions on actions.draft_id = behind.draft_id
      join run_needs told on told.record_id = actions.id
      join run_sources of_run on of_run.run_id = told.run_id
      join sources held on held.id = of_run.source_id
    where known.visibility = 'team' and known.team_id = ${teamId}
      and held.visibility in ('attendees', 'private')`);
  await hideCarriedIn(
    ctx,
    work,
    rows.map(({ id }) => id),
  );
}

/** The actions a draft carries over, in whichever revision, whose meeting some of its readers don't see. */
async function listUnseen(tx: Tx, draftId: string): Promise<string[]> {
  const written = await tx
    .select({ statements: revisions.statements })
    .from(revisions)
    .where(eq(revisions.draftId, draftId));
  const carried = written.flatMap(({ statements }) => statements.filter(isCarried));
  const ids = [...new Set(carried.flatMap(({ earlier }) => earlier?.id ?? []))];
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: actions.id })
    .from(actions)
    .where(
      sql`${inArray(actions.id, ids)} and exists (
        select 1 from draft_sources behind join sources known on known.id = behind.source_id,
          draft_sources of_draft join sources held on held.id = of_draft.source_id
        where behind.draft_id = ${actions.draftId} and of_draft.draft_id = ${draftId}
          and not ${seenByAllOf("known", "held")})`,
    );
  return rows.map(({ id }) => id);
}
