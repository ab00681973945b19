import { and, eq, inArray, type SQL } from "drizzle-orm";
import { actions, decisions, documents, mentions, promises, questions } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { rehomeRecords } from "#lib/records/rehome-records";

const TABLES = [actions, questions, decisions, promises, documents];

/** Takes back what an approval made. `conflict` where somebody has worked with one of the records since. */
export async function removeRecords(tx: Tx, draftId: string): Promise<void> {
  for (const table of TABLES) {
    const made = await tx
      .select({ id: table.id, version: table.version })
      .from(table)
      .where(eq(table.draftId, draftId))
      .for("update");
    const stays = await whyTheyStay(tx, made);
    if (stays) throw new AppError("conflict", stays);
    await tx.delete(table).where(eq(table.draftId, draftId));
  }
}

/** Why the approval that made what is there now stays, or null where it can be taken back. The verb looks again, under lock. */
export async function whyRecordsStay(db: Database, draftId: string): Promise<string | null> {
  for (const table of TABLES) {
    const made = await db
      .select({ id: table.id, version: table.version })
      .from(table)
      .where(eq(table.draftId, draftId));
    const stays = await whyTheyStay(db, made);
    if (stays) return stays;
  }
  return null;
}

async function whyTheyStay(
  db: Tx | Database,
  made: { id: string; version: number }[],
): Promise<string | null> {
  if (await isSaidElsewhere(db, made))
    return "A later approval is about what this one made, so it stays. Take that one back first.";
  if (made.some(({ version }) => version !== 1))
    return "Somebody has worked with what this approval made, so it stays. Change or cancel the records one by one.";
  return null;
}

/** Asked once the records are held: an approval that is about one of them holds it too, and was waited for. */
async function isSaidElsewhere(tx: Tx | Database, made: { id: string }[]): Promise<boolean> {
  if (made.length === 0) return false;
  const ids = made.map(({ id }) => id);
  const [mention] = await tx
    .select({ id: mentions.recordId })
    .from(mentions)
    .where(inArray(mentions.recordId, ids))
    .limit(1);
  return mention !== undefined;
}

/** Deletes what an approval made, whoever has worked with it since: what it was made from is deleted too. What another approval said again stays there. */
export async function dropRecords(tx: Tx, draftId: string): Promise<void> {
  await rehomeRecords(tx, draftId);
  await tx.delete(mentions).where(eq(mentions.draftId, draftId));
  for (const table of TABLES) await dropFrom(tx, table, eq(table.draftId, draftId));
}

/** The same for what was made of some of its statements. */
export async function dropRecordsOf(tx: Tx, draftId: string, statementIds: string[]): Promise<void> {
  if (statementIds.length === 0) return;
  await rehomeRecords(tx, draftId, statementIds);
  for (const table of [actions, questions, decisions, promises]) {
    const made = and(eq(table.draftId, draftId), inArray(table.statementId, statementIds));
    await dropFrom(tx, table, made);
  }
}

async function dropFrom(tx: Tx, table: (typeof TABLES)[number], which: SQL | undefined): Promise<void> {
  const gone = await tx.delete(table).where(which).returning({ id: table.id });
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await tx.delete(mentions).where(inArray(mentions.recordId, ids));
  // What a decision that is gone had superseded stands again.
  await tx.update(decisions).set({ supersededBy: null }).where(inArray(decisions.supersededBy, ids));
}
