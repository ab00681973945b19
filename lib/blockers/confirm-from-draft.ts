import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import { type Ground, type Matched, matchStatements, type Told } from "#lib/blockers/match-statements";
import { countDays } from "#lib/blockers/settle-sayings";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

/**
 * What the approval of a digest does to the blockers it tells of, in the caller's transaction: confirms those that were
 * proposed from the same words, and makes an open one of what nobody had found. What a person has taken on or ended
 * stays as it is.
 */
export async function confirmFromDraft(ctx: Ctx, work: Work, draftId: string, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  const matched = await matchStatements(work.tx, draftId, told);
  if (!matched) throw new Error(`Draft ${draftId} tells of blockers, and no team is behind it.`);
  for (const one of told) {
    const known = matched.known.get(one.statementId) ?? [];
    if (known.length === 0) await make(ctx, work, draftId, one, matched);
    await confirm(work, { draftId, statementId: one.statementId, ids: known.map(({ id }) => id) });
  }
}

/** What was put aside while its digest waited, and nobody said to be none. */
const isPutAside = and(eq(blockers.state, "dismissed"), isNull(blockers.closedBy));

type Confirmed = { draftId: string; statementId: string; ids: string[] };

async function confirm({ tx, record }: Work, { draftId, statementId, ids }: Confirmed): Promise<void> {
  if (ids.length === 0) return;
  const version = sql`${blockers.version} + 1`;
  const confirmed = await tx
    .update(blockers)
    .set({
      state: "open",
      closing: null,
      closedAt: null,
      draftId,
      statementId,
      version,
      confirmedVersion: version,
    })
    .where(and(inArray(blockers.id, ids), or(eq(blockers.state, "proposed"), isPutAside)))
    .returning({ id: blockers.id });
  for (const { id } of confirmed) record({ kind: "blocker.confirmed", subjectId: id, draftId, data: {} });
}

async function make(
  ctx: Ctx,
  { tx, record }: Work,
  draftId: string,
  { statementId, text, personId, personName }: Told,
  { team, grounds }: Matched,
): Promise<void> {
  const id = newId("blk", ctx.now());
  const stands = grounds.get(statementId) ?? [];
  const day = stands.map(({ heldOn }) => heldOn).toSorted()[0];
  // Without words of anybody's there is nothing to show for it.
  if (!day) return;
  await tx.insert(blockers).values({
    id,
    teamId: team.id,
    visibility: team.visibility,
    text,
    personId,
    personName,
    state: "open",
    firstOn: day,
    lastOn: day,
    draftId,
    statementId,
    confirmedVersion: 1,
    createdAt: ctx.now(),
  });
  await tx.insert(blockerSayings).values(stands.map((ground) => sayingOf(ctx, id, personId, ground)));
  const days = await countDays(tx, id);
  if (days)
    await tx.update(blockers).set({ lastOn: days.lastOn, days: days.days }).where(eq(blockers.id, id));
  record({ kind: "blocker.confirmed", subjectId: id, draftId, data: {} });
}

function sayingOf(ctx: Ctx, blockerId: string, userId: string | null, ground: Ground) {
  const { sourceId, version, heldOn, quote, start, end } = ground;
  return {
    blockerId,
    sourceId,
    sourceVersion: version,
    day: heldOn,
    userId,
    quote,
    start,
    end,
    createdAt: ctx.now(),
  };
}
