import { planBrief } from "#lib/cli/sample/brief";
import { instantAt } from "#lib/cli/sample/calendar";
import { COMPANY, LEADER, PEOPLE } from "#lib/cli/sample/company";
import { foundCompany } from "#lib/cli/sample/found-company";
import { planMeeting } from "#lib/cli/sample/hold-meeting";
import { MEETINGS } from "#lib/cli/sample/meetings";
import { planSelling } from "#lib/cli/sample/sell";
import { planStandups } from "#lib/cli/sample/standups";
import { makeWorld, type World } from "#lib/cli/sample/world";
import type { Store } from "#lib/db/store";
import { addDays, localDay, mondayOf } from "#lib/format/dates";
import { markNoticesRead } from "#lib/notices/mark-read";

const WEEKS = 14;

/**
 * Lets three months of the sample company go by, up to `end`, in an empty and migrated database. Everything is done
 * by the verbs, by somebody who may, at a time of its own. Returns the id of the leader.
 */
export async function fillSample(store: Store, end: Date, password: string): Promise<{ leaderId: string }> {
  const { timeZone } = COMPANY;
  const firstDay = addDays(mondayOf(localDay(end, timeZone)), -7 * WEEKS);
  const world = makeWorld(store, instantAt(firstDay, 9, timeZone), end);
  await foundCompany(world, password);
  for (const [number, meeting] of MEETINGS.entries()) planMeeting(world, meeting, number);
  planSelling(world, firstDay);
  planStandups(world);
  planBrief(world);
  const yesterday = addDays(localDay(end, timeZone), -1);
  world.plan(instantAt(yesterday, 17, timeZone), () => readNotices(world));
  await world.run();
  return { leaderId: world.as(LEADER).actor.id };
}

/** Nobody has three months of notices to read: the last ones are a day old. */
async function readNotices(world: World): Promise<void> {
  const until = world.ports.now().toISOString();
  for (const { key } of PEOPLE) await markNoticesRead(world.as(key), { until });
}
