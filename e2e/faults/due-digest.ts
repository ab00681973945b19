import { eq } from "drizzle-orm";
import { expect } from "vitest";
import {
  deliveries,
  documents,
  drafts,
  events,
  reviews,
  runs,
  standupDays,
  standups,
  teamMembers,
} from "#drizzle/schema/schema";
import { type MailHomes, mailHomes } from "#e2e/faults/approved-mail";
import { settle } from "#e2e/faults/recovery";
import { CAST, ctxFor, ENGINEERING, type Stage } from "#e2e/support/cast";
import { insertSlackChannel } from "#e2e/support/slack";
import { post, stageStandup, writeDigest } from "#e2e/support/standups";
import { settleDelivery } from "#lib/deliveries/settle-delivery";
import { giveStandingApproval } from "#lib/digests/give-standing-approval";
import { verifyLog } from "#lib/events/verify-log";
import type { Runtime } from "#lib/runtime/runtime";

/** A team's hour has come; its digest was approved besides, and is due to leave. */
export type DigestState = "due" | "approved";
export type DigestHomes = {
  copy: (state: DigestState, url: string) => ReturnType<MailHomes["copy"]>;
  remove: () => void;
};

type Due = Pick<Stage, "as" | "store" | "system">;

/** Dana's stand-up of today, whose hour has come, with her update, and Ada's standing approval for mails. */
function stageDue(stage: Due): Promise<void> {
  return stageFor(stage, "circular", { mailTeam: true });
}

/** The same, with one for the team's Slack channel. */
export async function stageDueForSlack(stage: Due): Promise<void> {
  const slackChannelId = await insertSlackChannel({ ...stage, clock: { now: () => new Date() } });
  await stageFor(stage, "slack", { slackChannelId });
}

/** A company at a team's hour in each state, to be copied. `url` is the mail server's. */
export async function digestHomes(url: string): Promise<DigestHomes> {
  const due = await mailHomes(url, stageDue);
  const approved = await mailHomes(url, async (stage) => {
    await stageDue(stage);
    await writeDigest(stage);
  });
  const homes = { due, approved };
  return {
    copy: (state, at) => homes[state].copy(at),
    remove: () => {
      due.remove();
      approved.remove();
    },
  };
}

async function stageFor(
  stage: Due,
  channel: "circular" | "slack",
  where: { mailTeam: boolean } | { slackChannelId: string },
): Promise<void> {
  const { raw } = stage.store;
  await raw.delete(teamMembers).where(eq(teamMembers.userId, CAST.chidi.id));
  const held = { days: [1, 2, 3, 4, 5, 6, 7], digestAt: 1439, remindAt: null, ...where };
  await stageStandup(stage, held);
  await post(stage, "dana", "Merged the two-pass merge.");
  await giveStandingApproval(stage.as("ada"), { teamId: ENGINEERING.id, channel });
  await raw.update(standupDays).set({ dueAt: new Date() });
}

/** Ada looks whether it arrived, and says so, or has it sent again. */
export async function decide(runtime: Runtime, deliveryId: string, isThere: boolean): Promise<void> {
  const verdict = isThere ? "sent" : "send_again";
  await settleDelivery(ctxFor(runtime.store, "ada", runtime), { deliveryId, verdict });
  await settle(runtime);
}

/** One digest was written of one day, approved once, and left once. */
export async function expectOnce({ store }: Runtime): Promise<void> {
  const { raw } = store;
  expect(await raw.select({ state: runs.state }).from(runs)).toEqual([{ state: "done" }]);
  expect(await raw.select({ state: drafts.state }).from(drafts)).toEqual([{ state: "approved" }]);
  expect(await raw.select({ state: deliveries.state }).from(deliveries)).toEqual([{ state: "sent" }]);
  const counts = await Promise.all([
    raw.$count(standups),
    raw.$count(documents),
    raw.$count(reviews),
    raw.$count(standupDays, eq(standupDays.state, "closed")),
    raw.$count(standupDays, eq(standupDays.state, "open")),
    ...(["standup.closed", "draft.approved", "delivery.sent"] as const).map((kind) =>
      raw.$count(events, eq(events.kind, kind)),
    ),
  ]);
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect((await verifyLog(store)).broken).toBeNull();
}
