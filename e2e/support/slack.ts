import { slackChannels, slackEvents, slackPeople, slackWorkspaces } from "#drizzle/schema/schema";
import { CAST, ENGINEERING, type Stage } from "#e2e/support/cast";
import { newId } from "#lib/db/ids";
import { placeOfWorkspace } from "#lib/slack/open-workspace";

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** A stage, or what a runtime makes of one, whose clock is the one on the wall. */
type Set = Pick<Stage, "store" | "system"> & { clock: Pick<Stage["clock"], "now"> };

/** Larkfield's Slack, connected by Ines. Returns the workspace's id with us. */
export async function insertSlack({ store, system, clock }: Set): Promise<string> {
  const id = newId("slw", clock.now());
  await store.raw.insert(slackWorkspaces).values({
    id,
    slackTeamId: "T0LARK",
    name: "Larkfield",
    botUserId: "U0COUNTER",
    botToken: system.vault.seal("xoxb-larkfield-1", placeOfWorkspace(id)),
    signingSecret: system.vault.seal(SECRET, placeOfWorkspace(id)),
    connectedBy: CAST.ines.id,
    createdAt: clock.now(),
  });
  return id;
}

/** Engineering's channel, in which its updates are written. Returns the channel's id with us. */
export async function insertSlackChannel(stage: Set): Promise<string> {
  const workspaceId = await insertSlack(stage);
  const id = newId("slc", stage.clock.now());
  await stage.store.raw.insert(slackChannels).values({
    id,
    workspaceId,
    slackChannelId: "C0STAND",
    name: "eng-standup",
    teamId: ENGINEERING.id,
    takesUpdates: true,
    linkedBy: CAST.ines.id,
    createdAt: stage.clock.now(),
  });
  return id;
}

/** Somebody in Slack who is nobody here, and one message of theirs. Returns their id there. */
export async function insertSlackPerson(stage: Stage): Promise<string> {
  const workspaceId = await insertSlack(stage);
  const at = stage.clock.now();
  const who = { workspaceId, slackUserId: "U0ZED" };
  await stage.store.raw.insert(slackPeople).values({ ...who, name: "Zed Elsewhere", createdAt: at });
  await stage.store.raw.insert(slackEvents).values({
    ...who,
    eventId: "Ev0ZED",
    slackChannelId: "C0STAND",
    ts: "1763730000.000100",
    state: "unlinked",
    reason: "U0ZED in Slack is nobody here yet. Say below who it is.",
    dueAt: at,
    receivedAt: at,
    endedAt: at,
  });
  return who.slackUserId;
}
