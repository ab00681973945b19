import { readKnownBlockers } from "#lib/blockers/known-to-digest";
import type { Tx } from "#lib/db/store";
import type { Approved, Consequences } from "#lib/workflows/define";
import { getWorkflow } from "#lib/workflows/registry";

/** What a workflow says follows the approval of a draft, with what is known of the blockers that it tells of. */
export async function readConsequences(
  tx: Tx,
  draft: { id: string; workflow: string },
  approved: Approved,
): Promise<Consequences> {
  const { onApproved } = getWorkflow(draft.workflow);
  const consequences = onApproved(approved);
  const told = consequences.records.filter((record) => record.kind === "blocker");
  if (told.length === 0) return consequences;
  return onApproved({ ...approved, blockers: await readKnownBlockers(tx, draft.id, told) });
}
