import { dayOf, instantAt } from "#lib/cli/sample/calendar";
import { decideDraft } from "#lib/cli/sample/decide-draft";
import type { SampleMeeting } from "#lib/cli/sample/meetings";
import type { World } from "#lib/cli/sample/world";
import { answering, CLAUDE, failing, takingAMoment } from "#lib/cli/sample/writers";
import type { UserCtx } from "#lib/events/context";
import { storeSource } from "#lib/intake/store-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { type MakeWriter, performRun } from "#lib/runs/perform-run";
import { getRun } from "#lib/runs/queries";

/** Plans a meeting: its author stores the notes on the day, a run writes them, and somebody decides. */
export function planMeeting(world: World, meeting: SampleMeeting, number: number): void {
  const day = dayOf(meeting.when, world.today);
  const hour = 10.5 + (number % 5) * 1.3;
  world.plan(instantAt(day, hour, world.timeZone), () => storeNotes(world, meeting, day, number));
}

async function storeNotes(
  world: World,
  meeting: SampleMeeting,
  heldOn: string,
  number: number,
): Promise<void> {
  const { title, text, fileName, attendees, seenBy, outcome, canned, series } = meeting;
  const byClaude = canned || outcome === "failed" || outcome === "held";
  const author: UserCtx = { ...world.as(meeting.author), ...(byClaude && { llm: CLAUDE }) };
  const audience =
    typeof seenBy === "string"
      ? { visibility: seenBy }
      : { visibility: "team" as const, teamId: world.ids.teams.get(seenBy.team) };
  const about = {
    workflow: "meeting-notes",
    title,
    text,
    fileName,
    heldOn,
    timeZone: world.timeZone,
    series,
  };
  const { runId } = await storeSource(author, { ...about, ...audience, attendees }, "sample");
  if (!runId) throw new Error(`“${title}” was stored before.`);
  world.clock.advance(1_200);
  if (outcome === "cancelled") return cancelRun(author, { runId });
  await performRun(world.ports, writerFor(world, meeting), runId);
  const { draftId } = await getRun(author, runId);
  if (draftId) decideDraft(world, meeting, draftId, number);
}

function writerFor(world: World, { outcome, canned }: SampleMeeting): MakeWriter {
  if (outcome === "failed") return failing(world, "malformed");
  if (outcome === "held") return failing(world, "spend_limit");
  return canned ? answering(world, canned) : takingAMoment(world);
}
