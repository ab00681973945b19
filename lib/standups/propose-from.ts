import { eq, sql } from "drizzle-orm";
import { sources } from "#drizzle/schema/schema";
import { proposeBlockers } from "#lib/blockers/propose-blockers";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";
import { sharedWith } from "#lib/standups/shared-with";
import { standupWorkflow } from "#lib/workflows/registry";

/** Somebody's words of a day, as they are kept now. */
type Words = {
  teamId: string;
  day: Day;
  source: { id: string; version: number };
  text: string;
  userId: string | null;
  name: string;
};

/**
 * Proposes what an update says is in the way as soon as it is kept, in the same transaction, to those who may read the
 * update: the team's stand-ups may have been opened or closed since it was first posted.
 */
export async function proposeFrom(ctx: Ctx, work: Work, words: Words): Promise<void> {
  const { text, userId, name, ...update } = words;
  const found = standupWorkflow.onStored?.(text) ?? [];
  const [kept] = await work.tx
    .select({
      visibility: sources.visibility,
      told: sql<boolean>`${sharedWith("team", update.teamId)}`,
    })
    .from(sources)
    .where(eq(sources.id, update.source.id));
  await proposeBlockers(ctx, work, {
    ...update,
    visibility: kept?.visibility === "open" ? "open" : "team",
    // What the team may not read in the update, it may not read in a blocker.
    spans: [{ userId, name, start: 0, end: text.length, found: kept?.told ? found : [] }],
  });
}
