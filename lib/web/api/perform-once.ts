import { hashOf } from "#lib/events/canonical";
import type { UserCtx } from "#lib/events/context";
import { findReceipt, type Keyed, keepAnswer, receiptFor } from "#lib/tokens/receipts";
import type { Bearer } from "#lib/web/api/bearer";
import type { Operation, Told } from "#lib/web/api/operation";
import { Refused } from "#lib/web/api/problem";

/** What was told, and whether that was an earlier request's answer. */
export type Performed = { told: Told; replayed: boolean };

/**
 * Carries an operation out. A request under an Idempotency-Key is carried out once within 24 hours, however often it
 * comes and whatever is killed meanwhile: its answer is stored in the transaction that changes something.
 */
export async function performOnce(
  { ctx, tokenId }: Pick<Bearer, "ctx" | "tokenId">,
  operation: Operation,
  input: Record<string, unknown>,
  request: Request,
): Promise<Performed> {
  const key = operation.tell && keyOf(request);
  if (!key || !operation.tell) return { told: await operation.perform(ctx, input), replayed: false };
  const keyed = { tokenId, key, requestHash: hashOf({ operation: operation.id, input }) };
  return (await earlier(ctx, keyed)) ?? first(ctx, keyed, operation, operation.tell, input);
}

async function first(
  ctx: UserCtx,
  keyed: Keyed,
  operation: Operation,
  tell: NonNullable<Operation["tell"]>,
  input: Record<string, unknown>,
): Promise<Performed> {
  const receipt = receiptFor(ctx, keyed, (value) => tell(value, input));
  try {
    const told = await operation.perform({ ...ctx, receipt }, input);
    // Kept already if it changed anything; if not, another request may have been answered meanwhile.
    await keepAnswer(ctx, keyed, told);
    const kept = await earlier(ctx, keyed);
    return { told: kept?.told ?? told, replayed: false };
  } catch (error) {
    const kept = await earlier(ctx, keyed);
    if (kept) return kept;
    throw error;
  }
}

async function earlier(ctx: UserCtx, keyed: Keyed): Promise<Performed | null> {
  const receipt = await findReceipt(ctx, keyed);
  if (!receipt) return null;
  if (receipt.requestHash === keyed.requestHash) return { told: receipt.answer, replayed: true };
  throw new Refused(
    "key-reused",
    "This Idempotency-Key came with another request before. Make up a new one.",
  );
}

// draft-ietf-httpapi-idempotency-key-header has it in quotes; most programs send it bare.
function keyOf({ headers }: Request): string | null {
  const sent = headers.get("idempotency-key");
  if (sent === null) return null;
  const key = /^"?([\x21\x23-\x5b\x5d-\x7e]{1,200})"?$/.exec(sent)?.[1];
  if (key) return key;
  throw new Refused("malformed", "An Idempotency-Key has 1 to 200 visible characters, such as a UUID.");
}
