import { desc, eq } from "drizzle-orm";
import { runs, standupDays, teamMembers, users } from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage } from "#e2e/support/cast";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";
import { changeStandup } from "#lib/standups/change-standup";
import { postUpdate } from "#lib/standups/post-update";
import type { ChangeStandup } from "#lib/standups/schema";

/** Engineering's stand-up: Monday to Friday, digest at ten and a reminder at nine in the company's zone. */
export const WEEKDAYS: ChangeStandup = {
  teamId: ENGINEERING.id,
  active: true,
  days: [1, 2, 3, 4, 5],
  timeZone: "America/Toronto",
  digestAt: 600,
  remindAt: 540,
  visibility: "open",
  version: 0,
};

/** Lets Dana set up Engineering's stand-up. */
export async function stageStandup(
  stage: Pick<Stage, "as">,
  change: Partial<ChangeStandup> = {},
): Promise<void> {
  await changeStandup(stage.as("dana"), { ...WEEKDAYS, ...change });
}

/** Has Bo in Engineering too, and everybody at work on every day, whichever day a test is run on. */
export async function stageEverybodyAtWork({ store }: Pick<Stage, "store">): Promise<void> {
  await store.raw.update(users).set({ workingDays: [1, 2, 3, 4, 5, 6, 7] });
  await store.raw.insert(teamMembers).values({ teamId: ENGINEERING.id, userId: CAST.bo.id });
}

/** What somebody of Engineering wrote. */
export function post(stage: Pick<Stage, "as">, by: CastKey, text: string) {
  return postUpdate(stage.as(by), { teamId: ENGINEERING.id, text }, "page");
}

/** Sweeps, writes the digest that was asked for last with the rules, and returns its draft. */
export async function writeDigest(
  stage: Pick<Stage, "store" | "system">,
): Promise<{ runId: string; draftId: string }> {
  await sweepStandups(stage.system);
  const [day] = await stage.store.raw
    .select({ runId: standupDays.runId })
    .from(standupDays)
    .where(eq(standupDays.state, "closed"))
    .orderBy(desc(standupDays.closedAt));
  if (!day?.runId) throw new Error("No digest was asked for.");
  await performRun(stage.system, () => rulesWriter, day.runId);
  const [run] = await stage.store.raw
    .select({ draftId: runs.draftId })
    .from(runs)
    .where(eq(runs.id, day.runId));
  if (!run?.draftId) throw new Error("The run brought no draft.");
  return { runId: day.runId, draftId: run.draftId };
}
