import { desc, eq } from "drizzle-orm";
import { briefWeeks, runs } from "#drizzle/schema/schema";
import type { Stage } from "#e2e/support/cast";
import { sweepBriefs } from "#lib/briefing/sweep-briefs";
import { changeBrief } from "#lib/briefs/change-brief";
import type { ChangeBrief } from "#lib/briefs/schema";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

/** On Fridays at ten, by mail. */
export const FRIDAYS: ChangeBrief = { active: true, weekday: 5, writeAt: 600, byMail: true, version: 0 };

/** Lets Ada have her week told. */
export async function stageBrief(
  stage: Pick<Stage, "as">,
  change: Partial<ChangeBrief> = {},
): Promise<string> {
  await changeBrief(stage.as("ada"), { ...FRIDAYS, ...change });
  return stage.as("ada").actor.id;
}

/** Sweeps, writes the brief that was asked for last with the rules, and returns its draft. */
export async function writeBrief(stage: Pick<Stage, "store" | "system">): Promise<string> {
  await sweepBriefs(stage.system);
  const db = stage.store.raw;
  const [week] = await db
    .select({ runId: briefWeeks.runId })
    .from(briefWeeks)
    .where(eq(briefWeeks.state, "asked"))
    .orderBy(desc(briefWeeks.monday));
  if (!week?.runId) throw new Error("No brief was asked for.");
  await performRun(stage.system, () => rulesWriter, week.runId);
  const [run] = await db.select({ draftId: runs.draftId }).from(runs).where(eq(runs.id, week.runId));
  if (!run?.draftId) throw new Error("The run brought no draft.");
  return run.draftId;
}
