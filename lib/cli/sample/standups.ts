import { ownBlocker } from "#lib/blockers/own-blocker";
import { listBlockers } from "#lib/blockers/queries";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import { LEADER } from "#lib/cli/sample/company";
import { POST, UNTIL_SENT_MS } from "#lib/cli/sample/send-mail";
import type { World } from "#lib/cli/sample/world";
import { takingAMoment } from "#lib/cli/sample/writers";
import { reader } from "#lib/db/store";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import { listDraftDeliveries } from "#lib/deliveries/queries";
import { giveStandingApproval } from "#lib/digests/give-standing-approval";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { approveDraft } from "#lib/drafts/approve-draft";
import { performRun } from "#lib/runs/perform-run";
import { LETTER_RULES } from "#lib/runtime/letter-rules";
import { changeStandup } from "#lib/standups/change-standup";
import { getStandupDay } from "#lib/standups/day-queries";
import { postUpdate } from "#lib/standups/post-update";

/** What somebody wrote so many working days ago, of Engineering where no other team is named. */
type Wrote = { team?: TeamKey; ago: number; by: string; done: string; next: string; blockers?: string };
type TeamKey = keyof typeof LEADS;

const DIGEST_HOUR = 10;
/** The teams that hold stand-ups, with who leads each. */
const LEADS = { engineering: "dana", sales: "bo" } as const;
const CERTIFICATE = "Still waiting on the staging certificate from Hollis.";

/** Four days: one thing is in Engineering’s way the whole time, others come and go, and Sales waits for Engineering. */
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
  {
    ago: 1,
    by: "jonas",
    done: "Ordered three more tablets",
    next: "Build the cold box",
    blockers: "none",
  },
  { team: "sales", ago: 2, by: "grace", done: "Visited the Guelph depot", next: "Write it up" },
  {
    team: "sales",
    ago: 2,
    by: "bo",
    done: "Called Brightwater",
    next: "Quote the second crew",
    blockers: "Can’t quote the second crew until Engineering has measured the sync.",
  },
  {
    team: "sales",
    ago: 1,
    by: "grace",
    done: "Sent the notes of the visit",
    next: "Prepare the pilot",
    blockers: "none",
  },
];

/** Lets teams hold their stand-ups, and people work on what they say is in the way. */
export function planStandups(world: World): void {
  const at = (ago: number, hour: number) => instantAt(workingDay(world.today, -ago), hour, world.timeZone);
  world.plan(at(5, 11), () => begin(world, "engineering"));
  world.plan(at(3, 11), () => begin(world, "sales"));
  world.plan(at(3, 12), () => letGo(world, "sales"));
  for (const [n, wrote] of WROTE.entries()) world.plan(at(wrote.ago, 9 + n / 20), () => write(world, wrote));
  world.plan(at(2, 12), () => own(world, "router"));
  world.plan(at(1, 15), () => resolve(world, "tablets"));
  for (const ago of [4, 3, 2, 1]) world.plan(at(ago, DIGEST_HOUR), () => writeDigests(world, ago));
  // The last one waits.
  for (const ago of [4, 3, 2]) world.plan(at(ago, 14), () => approve(world, ago));
}

async function writeDigests(world: World, ago: number): Promise<void> {
  await sweepStandups(world.ports);
  for (const team of ["engineering", "sales"] as const) {
    if (team === "sales" && ago > 2) continue;
    const digest = await digestOf(world, team, ago);
    const ports = { ...world.ports, channels: team === "sales" ? POST : {} };
    if (digest) await performRun(ports, takingAMoment(world), digest.runId);
    if (team === "sales") await sendOut(world, (await digestOf(world, team, ago))?.draftId);
  }
}

/** What goes by mail without anybody’s approval of its own. */
async function sendOut(world: World, draftId: string | null | undefined): Promise<void> {
  if (!draftId) throw new Error("A digest of the sample company was not written.");
  world.clock.advance(UNTIL_SENT_MS);
  for (const { id } of await listDraftDeliveries(reader(world.ports.store), draftId))
    await performDelivery({ ...world.ports, channels: POST }, LETTER_RULES, id);
}

async function approve(world: World, ago: number): Promise<void> {
  const { draftId } = (await digestOf(world, "engineering", ago)) ?? {};
  if (draftId) await approveDraft(world.as("dana"), { draftId, revision: 1 });
}

async function digestOf(world: World, team: TeamKey, ago: number) {
  const day = workingDay(world.today, -ago);
  return (await getStandupDay(world.as(LEADS[team]), teamOf(world, team), day)).digest;
}

async function begin(world: World, team: TeamKey): Promise<void> {
  await changeStandup(world.as(LEADS[team]), {
    teamId: teamOf(world, team),
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone: world.timeZone,
    digestAt: DIGEST_HOUR * 60,
    remindAt: 9 * 60 + 30,
    visibility: "open",
    mailTeam: team === "sales",
    version: 0,
  });
}

/** A leader lets a team’s digests go to its own people by themselves. */
async function letGo(world: World, team: TeamKey): Promise<void> {
  await giveStandingApproval(world.as(LEADER), { teamId: teamOf(world, team), channel: "circular" });
}

async function write(world: World, wrote: Wrote): Promise<void> {
  const { team = "engineering", by, done, next, blockers: inTheWay = "" } = wrote;
  await postUpdate(world.as(by), { teamId: teamOf(world, team), done, next, blockers: inTheWay }, "sample");
}

async function own(world: World, word: string): Promise<void> {
  const ownerId = world.as("dana").actor.id;
  await ownBlocker(world.as("dana"), { ...(await seen(world, word)), ownerId });
}

async function resolve(world: World, word: string): Promise<void> {
  const how = "Grace got the quote signed.";
  await resolveBlocker(world.as("dana"), { ...(await seen(world, word)), how });
}

/** What is in Engineering’s way and has a word. */
async function seen(world: World, words: string): Promise<{ blockerId: string; version: number }> {
  const { rows } = await listBlockers(world.as("dana"), { teamId: teamOf(world, "engineering"), words });
  if (!rows[0]) throw new Error(`No update of the sample company says that ${words} is in the way.`);
  return { blockerId: rows[0].id, version: rows[0].version };
}

function teamOf(world: World, team: TeamKey): string {
  return world.ids.teams.get(team) ?? "";
}
