import { and, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { actions, feeds, mails, notices, users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import { whyDeliveriesStay } from "#lib/deliveries/cancel-deliveries";
import type { DraftDelivery } from "#lib/deliveries/queries";
import { whyRecordsStay } from "#lib/records/remove-records";

/** What taking an approval back can't undo any more. */
export type DeskTakingBack = {
  /** Why the approval stays at all, as sentences; null where it can be taken back. */
  stays: string | null;
  /** Who was mailed about an action of it. */
  mailed: string[];
  /** How many calendars have shown an action of it. */
  calendars: number;
};

/** What taking an approval back can't undo any more, as it is now; the verb looks again. */
export async function readTakingBack(
  db: Database,
  draftId: string,
  deliveries: DraftDelivery[],
): Promise<DeskTakingBack> {
  const [records, mailed, calendars] = await Promise.all([
    whyRecordsStay(db, draftId),
    listMailed(db, draftId),
    countCalendars(db, draftId),
  ]);
  return { stays: whyDeliveriesStay(deliveries) ?? records, mailed, calendars };
}

/** Who was, or may have been, mailed that an action of it is theirs. */
async function listMailed(db: Database, draftId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: users.name })
    .from(notices)
    .innerJoin(actions, eq(actions.id, notices.actionId))
    .innerJoin(mails, eq(mails.id, notices.mailId))
    .innerJoin(users, eq(users.id, notices.userId))
    .where(and(eq(actions.draftId, draftId), inArray(mails.state, ["sending", "sent", "unknown"])))
    .orderBy(users.name);
  return rows.map(({ name }) => name);
}

/** How many calendars were read since an action of it was in them. */
async function countCalendars(db: Database, draftId: string): Promise<number> {
  const rows = await db
    .selectDistinct({ id: feeds.id })
    .from(feeds)
    .innerJoin(actions, eq(actions.ownerId, feeds.userId))
    .where(
      and(
        eq(actions.draftId, draftId),
        isNull(feeds.revokedAt),
        isNotNull(actions.dueOn),
        gt(feeds.lastReadAt, actions.createdAt),
      ),
    );
  return rows.length;
}
