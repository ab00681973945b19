import { startSlackDouble } from "#e2e/doubles/slack-double";
import { SLACK_TOKEN } from "#e2e/doubles/slack-world";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, ENGINEERING } from "#e2e/support/cast";
import { insertSlack, insertSlackChannel, insertSlackPerson } from "#e2e/support/slack";
import type { UserCtx } from "#lib/events/context";
import { checkSlack } from "#lib/slack/check-slack";
import { connectSlack } from "#lib/slack/connect-slack";
import { disconnectSlack } from "#lib/slack/disconnect-slack";
import { linkSlackChannel } from "#lib/slack/link-channel";
import { linkSlackPerson } from "#lib/slack/link-person";
import { findSlack, listSlackChannels, listSlackMissed, listSlackPeople } from "#lib/slack/queries";
import { postSlackTest } from "#lib/slack/test-channel";
import { unlinkSlackChannel } from "#lib/slack/unlink-channel";

/** Where no Slack is: who may call it is told that it does not answer. */
function nowhere(ctx: UserCtx): UserCtx {
  return { ...ctx, channels: { slackApi: "http://127.0.0.1:1/api" } };
}

/** The connection to Slack. */
export const SLACK_VERBS: Record<string, WorkspaceRow> = {
  connectSlack: {
    act: async (ctx) => {
      const slack = await startSlackDouble();
      const channels = { slackApi: slack.api };
      const given = { botToken: SLACK_TOKEN, signingSecret: slack.signingSecret };
      await connectSlack({ ...ctx, channels }, given).finally(slack.close);
    },
    answers: only(["admin"]),
  },
  disconnectSlack: { prepare: insertSlack, act: disconnectSlack, answers: only(["admin"]) },
  linkSlackChannel: {
    act: (ctx) =>
      linkSlackChannel(ctx, {
        by: "webhook",
        teamId: ENGINEERING.id,
        name: "eng-standup",
        webhook: "https://hooks.slack.com/services/T0/B0/x",
      }),
    answers: only(["admin"]),
  },
  unlinkSlackChannel: {
    prepare: insertSlackChannel,
    act: (ctx, channelId) => unlinkSlackChannel(ctx, { channelId }),
    answers: only(["admin"]),
  },
  // Its workspace is not connected any more: who may try is told that.
  postSlackTest: {
    prepare: async (stage) => {
      const channelId = await insertSlackChannel(stage);
      await disconnectSlack(stage.as("ines"));
      return channelId;
    },
    act: (ctx, channelId) => postSlackTest(ctx, { channelId }),
    answers: { ...all("forbidden"), admin: "invalid" },
  },
  linkSlackPerson: {
    prepare: insertSlack,
    act: (ctx) => linkSlackPerson(ctx, { slackUserId: "U0ZED", userId: CAST.bo.id }),
    answers: only(["admin"]),
  },
};

/** Queries of the same. */
export const SLACK_READS: Record<string, WorkspaceRow> = {
  checkSlack: {
    prepare: insertSlack,
    act: (ctx) => checkSlack(nowhere(ctx)),
    answers: only(["admin"]),
  },
  findSlack: {
    prepare: insertSlack,
    act: async (ctx) => (await findSlack(ctx)) ?? undefined,
    answers: all("yes"),
  },
  // Of Dana's team.
  listSlackChannels: {
    prepare: insertSlackChannel,
    act: listSlackChannels,
    answers: only(["admin", "leader", "lead"], "gone"),
  },
  listSlackPeople: {
    prepare: insertSlackPerson,
    act: async (ctx) => (await listSlackPeople(ctx)).rows,
    answers: only(["admin"]),
  },
  listSlackMissed: {
    prepare: insertSlackPerson,
    act: listSlackMissed,
    answers: only(["admin"]),
  },
};
