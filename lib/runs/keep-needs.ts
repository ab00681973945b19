import { createHash } from "node:crypto";
import { runNeeds } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { EarlierRecord } from "#lib/grounding/earlier";

/**
 * Keeps which earlier records a run was given, at which versions, and the hash of what they said: its words stay where
 * they are, and go when they go.
 */
export async function keepNeeds(tx: Tx, runId: string, earlier: EarlierRecord[]): Promise<void> {
  if (earlier.length === 0) return;
  await tx.insert(runNeeds).values(
    earlier.map((record) => ({
      runId,
      need: "earlier",
      recordId: record.id,
      version: record.version,
      hash: hashOf(record),
    })),
  );
}

function hashOf({ kind, text, personId, personName, dueOn, isOpen }: EarlierRecord): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, text, personId, personName, dueOn, isOpen]))
    .digest("hex");
}
