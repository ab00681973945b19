import type { BlockerState } from "#drizzle/schema/blockers";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import { forgetSayings } from "#lib/blockers/forget-sayings";
import { type Known, listKnown, remember, whoSays } from "#lib/blockers/known";
import { blockerLikeness } from "#lib/blockers/same-blocker";
import { settleSayings } from "#lib/blockers/settle-sayings";
import { type ReadWaitedFor, waitedForIn } from "#lib/blockers/waited-for";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";
import type { FoundBlocker } from "#lib/workflows/define";

/**
 * What one person said in a source: the whole text, or their part of it. Offsets are UTF-16 units into the source's
 * text, end exclusive; those of `found` are into the part, as `findBlockers` tells them of the part alone.
 */
export type SaidBy = {
  userId: string | null;
  name: string;
  start: number;
  end: number;
  found: FoundBlocker[];
};

/** An update, or a pasted stand-up of a team, with what was found in it. `day` is the team's own. */
export type UpdateSaid = {
  teamId: string;
  visibility: StandupVisibility;
  day: Day;
  source: { id: string; version: number };
  spans: SaidBy[];
};

/**
 * Keeps what a stand-up says is in somebody's way, in the caller's transaction. What was said before is told once more,
 * with that day's words; a resolved one is open again; all else is proposed until a person confirms it. Called again for
 * a changed update of the same day, it takes that day's words in place of the ones before, and withdraws a proposed
 * blocker that is said no longer. Returns how many are proposed anew.
 */
export async function proposeBlockers(ctx: Ctx, work: Work, said: UpdateSaid): Promise<{ proposed: number }> {
  // Held first: of two updates of a team at once, the second finds what the first left.
  const known = await listKnown(work.tx, said);
  const before = await forgetSayings(work.tx, said);
  const read = await waitedForIn(work.tx);
  const touched = new Set(before);
  let proposed = 0;
  for (const span of said.spans)
    for (const found of span.found) {
      const again = whoSays(known, { span, quote: found.quote, day: said.day });
      const id = again?.id ?? (await propose(ctx, work, said, { span, found, known, read }));
      if (!again) proposed++;
      await keepSaying(ctx, work, said, { blockerId: id, span, found });
      touched.add(id);
    }
  await settleSayings(ctx, work, said, [...touched].toSorted());
  return { proposed };
}

type Place = { span: SaidBy; found: FoundBlocker };

async function propose(
  ctx: Ctx,
  { tx, record }: Work,
  { teamId, visibility, day, source }: UpdateSaid,
  { span, found, known, read }: Place & { known: Known[]; read: ReadWaitedFor },
): Promise<string> {
  const id = newId("blk", ctx.now());
  const state: BlockerState = "proposed";
  const row = {
    id,
    teamId,
    visibility,
    text: found.quote,
    personId: span.userId,
    personName: span.name,
    state,
    ...read(found.waitsFor, { teamId, personId: span.userId }),
    firstOn: day,
    lastOn: day,
    createdAt: ctx.now(),
  };
  await tx.insert(blockers).values(row);
  record({ kind: "blocker.proposed", subjectId: id, sourceId: source.id, data: {} });
  remember(known, { ...row, closedOn: null, likenesses: [blockerLikeness(found.quote)] });
  return id;
}

async function keepSaying(
  ctx: Ctx,
  { tx }: Work,
  { day, source }: UpdateSaid,
  { blockerId, span, found }: Place & { blockerId: string },
): Promise<void> {
  await tx
    .insert(blockerSayings)
    .values({
      blockerId,
      sourceId: source.id,
      sourceVersion: source.version,
      day,
      userId: span.userId,
      quote: found.quote,
      start: span.start + found.start,
      end: span.start + found.end,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing();
}
