import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { ownBlocker } from "#lib/blockers/own-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import type { World } from "#lib/cli/sample/world";
import { changeStandup } from "#lib/standups/change-standup";
import { postUpdate } from "#lib/standups/post-update";

/** What somebody of Engineering wrote so many working days ago. */
type Wrote = { ago: number; by: string; done: string; next: string; blockers?: string };

const CERTIFICATE = "Still waiting on the staging certificate from Hollis.";

/** Four days of Engineering: one thing is in the way the whole time, others come and go. */
export const WROTE: Wrote[] = [
  {
    ago: 4,
    by: "chidi",
    done: "Moved the import to the new queue",
    next: "Deploy it to staging",
    blockers: "Waiting on the staging certificate from Hollis.",
  },
  {
    ago: 4,
    by: "kavya",
    done: "Drew the night-shift screen",
    next: "Show it to the depot",
    blockers: "none",
  },
  {
    ago: 3,
    by: "chidi",
    done: "Wrote tests of the import",
    next: "Deploy it to staging",
    blockers: CERTIFICATE,
  },
  {
    ago: 3,
    by: "jonas",
    done: "Measured the tablets in the cold",
    next: "Order three more",
    blockers: "Can’t order the tablets until Sales has a signed quote.",
  },
  { ago: 2, by: "chidi", done: "Looked into retries", next: "Deploy it to staging", blockers: CERTIFICATE },
  {
    ago: 2,
    by: "emeka",
    done: "Counted the scans that are lost",
    next: "Find out why",
    blockers: "The access to the depot’s router logs has not been granted yet.",
  },
  { ago: 1, by: "kavya", done: "Showed the screen to the depot", next: "Change its colours" },
  {
    ago: 1,
    by: "emeka",
    done: "Read the scanner’s manual",
    next: "Read the router’s logs",
    blockers: "No access to the depot’s router logs yet.",
  },
];

/** Lets Engineering hold its stand-ups, and people work on what they say is in the way. */
export function planStandups(world: World): void {
  const at = (ago: number, hour: number) => instantAt(workingDay(world.today, -ago), hour, world.timeZone);
  world.plan(at(5, 11), () => begin(world));
  for (const [n, wrote] of WROTE.entries()) world.plan(at(wrote.ago, 9 + n / 20), () => write(world, wrote));
  world.plan(at(3, 11), () => confirm(world, "tablets"));
  world.plan(at(2, 11), () => confirm(world, "certificate"));
  world.plan(at(2, 12), () => own(world, "router"));
  world.plan(at(1, 15), () => resolve(world, "tablets"));
}

async function begin(world: World): Promise<void> {
  await changeStandup(world.as("dana"), {
    teamId: teamOf(world),
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone: world.timeZone,
    digestAt: 10 * 60,
    remindAt: 9 * 60 + 30,
    visibility: "open",
    version: 0,
  });
}

async function write(world: World, { by, done, next, blockers: inTheWay = "" }: Wrote): Promise<void> {
  const parts = { teamId: teamOf(world), done, next, blockers: inTheWay };
  await postUpdate(world.as(by), parts, "sample");
}

async function confirm(world: World, word: string): Promise<void> {
  await confirmBlocker(world.as("dana"), await seen(world, word));
}

async function own(world: World, word: string): Promise<void> {
  const ownerId = world.as("dana").actor.id;
  await ownBlocker(world.as("dana"), { ...(await seen(world, word)), ownerId });
}

async function resolve(world: World, word: string): Promise<void> {
  const how = "Grace got the quote signed.";
  await resolveBlocker(world.as("dana"), { ...(await seen(world, word)), how });
}

/** What is in the team's way and has a word. */
async function seen(world: World, words: string): Promise<{ blockerId: string; version: number }> {
  const { rows } = await listBlockers(world.as("dana"), { teamId: teamOf(world), words });
  if (!rows[0]) throw new Error(`No update of the sample company says that ${words} is in the way.`);
  return { blockerId: rows[0].id, version: rows[0].version };
}

function teamOf(world: World): string {
  return world.ids.teams.get("engineering") ?? "";
}
