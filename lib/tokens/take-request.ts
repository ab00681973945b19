import { reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";
import { countInWindow } from "#lib/sessions/count-in-window";

/** Requests that one token may make within a window, over all doors and processes. */
export const REQUEST_QUOTA = { most: 300, windowMs: 60_000 };

/** What is left of a token's quota; `allowed` is false where there was nothing left. */
export type Quota = { allowed: boolean; left: number; resetSeconds: number };

/** Takes one request of a token's. */
export async function takeRequest(ports: Pick<Ports, "store" | "now">, tokenId: string): Promise<Quota> {
  const now = ports.now();
  const { count, endsAt } = await countInWindow(reader(ports.store), now, `token:${tokenId}`, REQUEST_QUOTA);
  return {
    allowed: count <= REQUEST_QUOTA.most,
    left: Math.max(0, REQUEST_QUOTA.most - count),
    resetSeconds: Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000)),
  };
}
