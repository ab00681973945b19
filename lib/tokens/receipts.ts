import { and, eq, inArray, lte } from "drizzle-orm";
import { receipts } from "#drizzle/schema/schema";
import type { ReceiptAnswer } from "#drizzle/schema/tokens";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ports, Receipt } from "#lib/events/context";

/** How long a request is known by its key. */
const KEPT_MS = 24 * 3_600_000;

/** A request that may come twice. `requestHash` tells whether it is the same one. */
export type Keyed = { tokenId: string; key: string; requestHash: string };

/** What a request under this key was answered within the last 24 hours, and which request that was. */
export async function findReceipt(
  ports: Pick<Ports, "store" | "now">,
  { tokenId, key }: Keyed,
): Promise<{ requestHash: string; answer: ReceiptAnswer } | undefined> {
  const [row] = await reader(ports.store)
    .select({
      requestHash: receipts.requestHash,
      answer: receipts.answer,
      createdAt: receipts.createdAt,
    })
    .from(receipts)
    .where(and(eq(receipts.tokenId, tokenId), eq(receipts.key, key)));
  if (!row?.answer || row.createdAt <= keptSince(ports)) return undefined;
  return { requestHash: row.requestHash, answer: row.answer };
}

/**
 * The receipt of a request, for the context of a verb. Claiming a key that is being claimed waits for the other
 * transaction; where that was carried out, it is a `conflict`.
 */
export function receiptFor(
  ports: Pick<Ports, "store" | "now">,
  keyed: Keyed,
  answerOf: (value: unknown) => ReceiptAnswer,
): Receipt {
  return {
    claim: async (tx) => {
      if (!(await insert(ports, tx, keyed, null)))
        throw new AppError("conflict", "The same request was carried out a moment ago.");
    },
    sign: async (tx, value) => {
      await tx
        .update(receipts)
        .set({ answer: answerOf(value) })
        .where(and(eq(receipts.tokenId, keyed.tokenId), eq(receipts.key, keyed.key)));
    },
  };
}

/** Keeps the answer to a request that had nothing to change, unless one came first. */
export async function keepAnswer(
  ports: Pick<Ports, "store" | "now">,
  keyed: Keyed,
  answer: ReceiptAnswer,
): Promise<void> {
  await insert(ports, reader(ports.store), keyed, answer);
}

/** Deletes receipts that have run out. Skips those in use, so that it waits for nobody and nobody for it. */
export async function sweepReceipts(ports: Pick<Ports, "store" | "now">): Promise<void> {
  const db = reader(ports.store);
  const over = db
    .select({ createdAt: receipts.createdAt })
    .from(receipts)
    .where(lte(receipts.createdAt, keptSince(ports)))
    .limit(500)
    .for("update", { skipLocked: true });
  await db.delete(receipts).where(inArray(receipts.createdAt, over));
}

// One that has run out gives its key free.
async function insert(
  ports: Pick<Ports, "store" | "now">,
  db: Pick<Tx, "insert">,
  { tokenId, key, requestHash }: Keyed,
  answer: ReceiptAnswer | null,
): Promise<boolean> {
  const row = { requestHash, answer, createdAt: ports.now() };
  const inserted = await db
    .insert(receipts)
    .values({ tokenId, key, ...row })
    .onConflictDoUpdate({
      target: [receipts.tokenId, receipts.key],
      set: row,
      setWhere: lte(receipts.createdAt, keptSince(ports)),
    })
    .returning({ key: receipts.key });
  return inserted.length > 0;
}

function keptSince({ now }: Pick<Ports, "store" | "now">): Date {
  return new Date(now().getTime() - KEPT_MS);
}
