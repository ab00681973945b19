import { sweepBriefs } from "#lib/briefing/sweep-briefs";
import { changeBrief } from "#lib/briefs/change-brief";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import { LEADER } from "#lib/cli/sample/company";
import type { World } from "#lib/cli/sample/world";
import { takingAMoment } from "#lib/cli/sample/writers";
import { weekday } from "#lib/format/dates";
import { performRun } from "#lib/runs/perform-run";
import { listRuns } from "#lib/runs/queries";
import { briefWorkflow } from "#lib/workflows/registry";

const HOUR = 15;

/** Has the leader’s week told on the last working day; the brief waits for her. */
export function planBrief(world: World): void {
  const on = workingDay(world.today, -1);
  const begun = instantAt(workingDay(world.today, -3), HOUR, world.timeZone);
  world.plan(begun, () =>
    changeBrief(world.as(LEADER), {
      active: true,
      weekday: weekday(on),
      writeAt: HOUR * 60,
      byMail: true,
      version: 0,
    }),
  );
  // After what else happens at that hour.
  world.plan(instantAt(on, HOUR + 0.5, world.timeZone), () => write(world));
}

async function write(world: World): Promise<void> {
  await sweepBriefs(world.ports);
  const { rows } = await listRuns(world.as(LEADER), {});
  const run = rows.find(({ workflow }) => workflow === briefWorkflow.key);
  if (!run) throw new Error("The sample company has no week to tell of.");
  await performRun(world.ports, takingAMoment(world), run.id);
}
