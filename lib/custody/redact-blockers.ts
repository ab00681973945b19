import { and, eq, inArray, ne } from "drizzle-orm";
import type { RecordsFate } from "#drizzle/schema/retention";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import { countDays } from "#lib/blockers/settle-sayings";
import { mask, maskOr, overlap, type Span } from "#lib/custody/mask";
import type { Tx } from "#lib/db/store";

type Saying = typeof blockerSayings.$inferSelect;
type Taken = {
  sourceId: string;
  words: string;
  /** Where the words stand in the source, by version. */
  spans: Map<number, Span[]>;
  points: RecordsFate;
};

/**
 * Takes words out of what was said of blockers in a source, and out of the blockers; with `points: "drop"` what was said
 * in them goes, and a blocker that is said nowhere else.
 */
export async function redactBlockers(tx: Tx, { sourceId, words, spans, points }: Taken): Promise<void> {
  const said = await lockSayings(tx, sourceId);
  const hit = ({ sourceVersion, start, end }: Saying) =>
    (spans.get(sourceVersion) ?? []).some((span) => overlap(span, { start, end }));
  const going = points === "drop" ? said.filter(hit) : [];
  for (const saying of said)
    await tx
      .update(blockerSayings)
      .set({ quote: mask(saying.quote, words) })
      .where(atPlace(saying));
  for (const id of idsOf(said)) await maskBlocker(tx, id, words);
  await dropSayings(tx, going);
}

async function maskBlocker(tx: Tx, id: string, words: string): Promise<void> {
  const [row] = await tx.select().from(blockers).where(eq(blockers.id, id));
  if (!row) return;
  const masked = {
    text: mask(row.text, words),
    personName: mask(row.personName, words),
    closing: maskOr(row.closing, words),
  };
  await tx.update(blockers).set(masked).where(eq(blockers.id, id));
}

/**
 * What becomes of blockers when a source is deleted: its words go from them. Kept, the blocker stays as people confirmed
 * it; else what only that source said goes, and what others say too goes on in their words.
 */
export async function forgetSaid(tx: Tx, sourceId: string, records: RecordsFate): Promise<void> {
  const said = await lockSayings(tx, sourceId);
  if (records === "drop") return dropSayings(tx, said);
  await tx.update(blockerSayings).set({ quote: "" }).where(eq(blockerSayings.sourceId, sourceId));
}

/**
 * What becomes of blockers when fewer people see a source: those that everybody saw are the team's. Where the team itself
 * may not read it any more, what only it said goes, as it would be read in the blocker.
 */
export async function hideSaid(
  tx: Tx,
  source: { id: string; teamId: string | null },
  to: { visibility: string; teamId: string | null },
): Promise<void> {
  if (to.visibility === "open") return;
  const said = await lockSayings(tx, source.id);
  if (to.visibility !== "team" || to.teamId !== source.teamId) return dropSayings(tx, said);
  if (said.length > 0)
    await tx
      .update(blockers)
      .set({ visibility: "team" })
      .where(and(inArray(blockers.id, idsOf(said)), ne(blockers.visibility, "team")));
}

async function dropSayings(tx: Tx, said: Saying[]): Promise<void> {
  for (const saying of said) await tx.delete(blockerSayings).where(atPlace(saying));
  const goneFrom = Map.groupBy(said, ({ blockerId }) => blockerId);
  for (const [id, gone] of goneFrom) {
    const days = await countDays(tx, id);
    if (!days) {
      await tx.delete(blockers).where(eq(blockers.id, id));
      continue;
    }
    const { quote, ...counted } = days;
    await tx.update(blockers).set(counted).where(eq(blockers.id, id));
    // A blocker is called by the words it was first said in.
    const quotes = gone.map((saying) => saying.quote);
    await tx
      .update(blockers)
      .set({ text: quote })
      .where(and(eq(blockers.id, id), inArray(blockers.text, quotes)));
  }
}

function lockSayings(tx: Tx, sourceId: string): Promise<Saying[]> {
  return tx.select().from(blockerSayings).where(eq(blockerSayings.sourceId, sourceId)).for("update");
}

function atPlace({ blockerId, sourceId, start }: Saying) {
  return and(
    eq(blockerSayings.blockerId, blockerId),
    eq(blockerSayings.sourceId, sourceId),
    eq(blockerSayings.start, start),
  );
}

function idsOf(said: Saying[]): string[] {
  return [...new Set(said.map(({ blockerId }) => blockerId))].toSorted();
}
