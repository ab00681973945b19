import { and, eq, gt, sql } from "drizzle-orm";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import type { Work } from "#lib/events/transact";

type Blocker = typeof blockers.$inferSelect;

/**
 * Takes back what the approval of a digest did to blockers, in the caller's transaction, as far as nobody has touched
 * them since: confirmed ones are proposed again, and those that it made go. What somebody has worked with stays.
 */
export async function takeBackFromDraft(work: Work, draftId: string): Promise<void> {
  const made = await work.tx
    .select()
    .from(blockers)
    .where(eq(blockers.draftId, draftId))
    .orderBy(blockers.id)
    .for("update");
  for (const blocker of made) await takeBack(work, draftId, blocker);
}

async function takeBack({ tx, record }: Work, draftId: string, blocker: Blocker): Promise<void> {
  const here = eq(blockers.id, blocker.id);
  const untouched = blocker.version === blocker.confirmedVersion && blocker.state === "open";
  const alone = { draftId: null, statementId: null, confirmedVersion: null };
  if (!untouched) {
    await tx.update(blockers).set(alone).where(here);
    return;
  }
  record({ kind: "blocker.unconfirmed", subjectId: blocker.id, draftId, data: {} });
  if (blocker.confirmedVersion === 1 && !(await isSaidSince(tx, blocker))) {
    await tx.delete(blockerSayings).where(eq(blockerSayings.blockerId, blocker.id));
    await tx.delete(blockers).where(here);
    return;
  }
  await tx
    .update(blockers)
    .set({ ...alone, state: "proposed", version: sql`${blockers.version} + 1` })
    .where(here);
}

async function isSaidSince(tx: Work["tx"], { id, createdAt }: Blocker): Promise<boolean> {
  const [said] = await tx
    .select({ day: blockerSayings.day })
    .from(blockerSayings)
    .where(and(eq(blockerSayings.blockerId, id), gt(blockerSayings.createdAt, createdAt)))
    .limit(1);
  return said !== undefined;
}
