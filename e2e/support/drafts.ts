import { eq } from "drizzle-orm";
import { runs } from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import type { CastKey, Stage } from "#e2e/support/cast";
import { storeSource } from "#lib/intake/store-source";
import { rulesWriter } from "#lib/llm/rules-writer";
import { performRun } from "#lib/runs/perform-run";

/** Notes that the rules read as two actions, one decision and one question. */
export const NOTES = `Release 4.3 planning
Attendees: Ada, Bo, Dana

DECISION: Ship 4.3 on 4 December without photo annotations
ACTION: Dana to run the two-pass merge on the Hollis set by Wednesday
ACTION: Bo to tell the pilot customer that format 3 stays
QUESTION: Who pays for the extra month?
The staging certificate ran out on Monday.
`;

/** The same notes with actions that no other notes have, so that they are not taken for the same: `mark` is in one piece. */
export function notesOf(mark: string): string {
  return NOTES.replace("Hollis", mark).replace("pilot customer", `pilot customer of ${mark}`);
}

type Staged = {
  by?: CastKey;
  visibility?: Visibility;
  teamId?: string | null;
  attendees?: string[];
  text?: string;
  title?: string;
  heldOn?: string;
  series?: string;
};

/** Stores notes as somebody of the cast and returns what was queued. */
export function storeNotes(stage: Pick<Stage, "as">, { by = "ada", ...rest }: Staged = {}) {
  return storeSource(stage.as(by), {
    workflow: "meeting-notes",
    title: rest.title ?? "Release 4.3 planning",
    text: rest.text ?? NOTES,
    heldOn: rest.heldOn ?? "2026-11-20",
    timeZone: "America/Toronto",
    visibility: rest.visibility ?? "open",
    teamId: rest.teamId ?? null,
    attendees: rest.attendees ?? ["Ada", "Bo", "Dana"],
    series: rest.series ?? null,
  });
}

/** Stores notes, writes them with the rules and returns the pending draft's id. */
export async function stageDraft(
  stage: Stage,
  staged: Staged = {},
): Promise<{ draftId: string; sourceId: string; runId: string }> {
  const { sourceId, runId } = await storeNotes(stage, staged);
  if (!runId) throw new Error("The notes were stored before.");
  await performRun(stage.system, () => rulesWriter, runId);
  const [run] = await stage.store.raw.select({ draftId: runs.draftId }).from(runs).where(eq(runs.id, runId));
  if (!run?.draftId) throw new Error("The run brought no draft.");
  return { draftId: run.draftId, sourceId, runId };
}
