import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries, letters } from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { type Database, reader } from "#lib/db/store";
import { recipientName } from "#lib/deliveries/recipient-name";
import { DeliveryFilter } from "#lib/deliveries/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** What leaves or left because a draft was approved. `reason` says why it did not, or why nobody knows. */
export type DraftDelivery = {
  id: string;
  channel: string;
  recipient: string;
  state: DeliveryState;
  reason: string | null;
  /** Of a mail; "outbox" where it is only kept as a file. */
  mailbox: string | null;
};

/** The deliveries of a draft that were not taken back. Who may see the draft may see them. */
export function listDraftDeliveries(db: Database, draftId: string): Promise<DraftDelivery[]> {
  return db
    .select({
      id: deliveries.id,
      channel: deliveries.channel,
      recipient: recipientName,
      state: deliveries.state,
      reason: deliveries.reason,
      mailbox: letters.mailbox,
    })
    .from(deliveries)
    .leftJoin(letters, eq(letters.deliveryId, deliveries.id))
    .where(and(eq(deliveries.draftId, draftId), ne(deliveries.state, "cancelled")))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));
}

/** A delivery as lists show it. Instants are ISO strings. */
export type ListedDelivery = {
  id: string;
  draftId: string;
  revision: number;
  channel: string;
  recipient: string;
  state: DeliveryState;
  attempt: number;
  reason: string | null;
  dueAt: string;
  createdAt: string;
  endedAt: string | null;
};

/** Deliveries of drafts that the actor may see, the last made first. */
export async function listDeliveries(
  ctx: UserCtx,
  filter: DeliveryFilter = {},
): Promise<Page<ListedDelivery>> {
  const { state, cursor } = DeliveryFilter.parse(filter);
  const rows = await selectDeliveries(ctx)
    .where(
      and(
        state ? eq(deliveries.state, state) : undefined,
        visibleDraft(ctx.actor, deliveries.draftId),
        olderThan(cursor, deliveries.createdAt, deliveries.id),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** One delivery; `not_found` where there is none or the actor may not see its draft. */
export async function getDelivery(ctx: UserCtx, deliveryId: string): Promise<ListedDelivery> {
  const [row] = await selectDeliveries(ctx).where(
    and(eq(deliveries.id, deliveryId), visibleDraft(ctx.actor, deliveries.draftId)),
  );
  if (!row)
    throw new AppError("not_found", "There is no such delivery, or its draft is not shared with you.");
  return toListed(row);
}

function selectDeliveries(ctx: UserCtx) {
  return reader(ctx.store)
    .select({
      id: deliveries.id,
      draftId: deliveries.draftId,
      revision: deliveries.revision,
      channel: deliveries.channel,
      recipient: deliveries.recipient,
      state: deliveries.state,
      attempt: deliveries.attempt,
      reason: deliveries.reason,
      dueAt: deliveries.dueAt,
      createdAt: deliveries.createdAt,
      endedAt: deliveries.endedAt,
    })
    .from(deliveries);
}

function toListed(row: Awaited<ReturnType<typeof selectDeliveries>>[number]): ListedDelivery {
  return {
    ...row,
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
