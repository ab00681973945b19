import { eq, sql } from "drizzle-orm";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import { escalateIfDue } from "#lib/blockers/escalate";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";

type Said = { source: { id: string } };
type Blocker = typeof blockers.$inferSelect;
export type Days = { firstOn: Day; lastOn: Day; days: number; quote: string };

/**
 * After the words of an update were kept: counts the days on which each blocker was said, withdraws a proposed one that
 * is said no longer, opens a resolved one again, proposes one anew that was put aside, and escalates one that was said on so many days.
 */
export async function settleSayings(ctx: Ctx, work: Work, { source }: Said, ids: string[]): Promise<void> {
  for (const id of ids) {
    const [blocker] = await work.tx.select().from(blockers).where(eq(blockers.id, id));
    if (!blocker) continue;
    const days = await countDays(work.tx, id);
    if (days) await saidOn(ctx, work, { blocker, days, sourceId: source.id });
    // What a person has confirmed stays, whatever was changed in the update since.
    else if (blocker.state === "proposed") await withdraw(work, blocker, source.id);
  }
}

/** The days a blocker was said on, with its first words; null where it is said nowhere. */
export async function countDays(tx: Tx, blockerId: string): Promise<Days | null> {
  const [row] = await tx
    .select({
      firstOn: sql<Day | null>`min(${blockerSayings.day})::text`,
      lastOn: sql<Day | null>`max(${blockerSayings.day})::text`,
      days: sql`count(distinct ${blockerSayings.day})`.mapWith(Number),
      quote: sql<string>`(array_agg(${blockerSayings.quote} order by ${blockerSayings.day}, ${blockerSayings.start}))[1]`,
    })
    .from(blockerSayings)
    .where(eq(blockerSayings.blockerId, blockerId));
  if (!row?.firstOn || !row.lastOn) return null;
  return { ...row, firstOn: row.firstOn, lastOn: row.lastOn };
}

type Saying = { blocker: Blocker; days: Days; sourceId: string };

async function saidOn(ctx: Ctx, work: Work, { blocker, days, sourceId }: Saying): Promise<void> {
  const { quote, ...said } = days;
  const again = said.days > blocker.days;
  const reopened = blocker.state === "resolved" && again;
  // What nobody confirmed and was put aside waits to be confirmed once more.
  const returned = blocker.state === "dismissed" && blocker.closedBy === null && again;
  // Words that nobody has looked at yet are those of the day they were first said.
  const isTheirs = blocker.state === "proposed" && blocker.version === 1;
  await work.tx
    .update(blockers)
    .set({
      ...said,
      ...(isTheirs && quote && { text: quote }),
      ...((reopened || returned) && {
        state: returned ? "proposed" : blocker.ownerId ? "owned" : "open",
        closing: null,
        closedAt: null,
        closedBy: null,
        version: sql`${blockers.version} + 1`,
      }),
    })
    .where(eq(blockers.id, blocker.id));
  const about = { subjectId: blocker.id, sourceId };
  if (returned) work.record({ kind: "blocker.returned", ...about, data: { days: said.days } });
  else if (reopened) work.record({ kind: "blocker.reopened", ...about, data: { days: said.days } });
  else if (again) work.record({ kind: "blocker.said_again", ...about, data: { days: said.days } });
  await escalateIfDue(ctx, work, blocker.id, sourceId);
}

async function withdraw({ tx, record }: Work, { id }: Blocker, sourceId: string): Promise<void> {
  await tx.delete(blockers).where(eq(blockers.id, id));
  record({ kind: "blocker.withdrawn", subjectId: id, sourceId, data: {} });
}
