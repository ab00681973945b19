import { ownBlocker } from "#lib/blockers/own-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import type { World } from "#lib/cli/sample/world";
import { takingAMoment } from "#lib/cli/sample/writers";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { approveDraft } from "#lib/drafts/approve-draft";
import { performRun } from "#lib/runs/perform-run";
import { changeStandup } from "#lib/standups/change-standup";
import { getStandupDay } from "#lib/standups/day-queries";
import { postUpdate } from "#lib/standups/post-update";

/** What somebody of Engineering wrote so many working days ago. */
type Wrote = { ago: number; by: string; done: string; next: string; blockers?: string };

const DIGEST_HOUR = 10;
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
  world.plan(at(2, 12), () => own(world, "router"));
  world.plan(at(1, 15), () => resolve(world, "tablets"));
  for (const ago of [4, 3, 2, 1]) world.plan(at(ago, DIGEST_HOUR), () => writeDigest(world, ago));
  // The last one waits.
  for (const ago of [4, 3, 2]) world.plan(at(ago, 14), () => approve(world, ago));
}

async function writeDigest(world: World, ago: number): Promise<void> {
  await sweepStandups(world.ports);
  const digest = await digestOf(world, ago);
  if (digest) await performRun(world.ports, takingAMoment(world), digest.runId);
}

async function approve(world: World, ago: number): Promise<void> {
  const { draftId } = (await digestOf(world, ago)) ?? {};
  if (draftId) await approveDraft(world.as("dana"), { draftId, revision: 1 });
}

async function digestOf(world: World, ago: number) {
  const day = workingDay(world.today, -ago);
  return (await getStandupDay(world.as("dana"), teamOf(world), day)).digest;
}

async function begin(world: World): Promise<void> {
  await changeStandup(world.as("dana"), {
    teamId: teamOf(world),
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone: world.timeZone,
    digestAt: DIGEST_HOUR * 60,
    remindAt: 9 * 60 + 30,
    visibility: "open",
    version: 0,
  });
}

async function write(world: World, { by, done, next, blockers: inTheWay = "" }: Wrote): Promise<void> {
  const parts = { teamId: teamOf(world), done, next, blockers: inTheWay };
  await postUpdate(world.as(by), parts, "sample");
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
