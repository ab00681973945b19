import { z } from "zod";
import { Id, Line } from "#lib/inputs/schema";

const SlackChannelId = z
  .string()
  .trim()
  .overwrite((text) => /\/archives\/([CG][A-Z0-9]{2,30})/.exec(text)?.[1] ?? text)
  .regex(/^[CG][A-Z0-9]{2,30}$/, "Paste the channel’s link from Slack, or its id, such as C012AB3CD.");

/** What an app of Slack's has to be connected with. Neither is shown again. */
export const ConnectSlack = z.object({
  botToken: z
    .string()
    .trim()
    .regex(/^xoxb-[\w-]{5,250}$/, "A bot token begins with xoxb-. It stands under OAuth & Permissions."),
  signingSecret: z
    .string()
    .trim()
    .regex(
      /^\w{16,128}$/,
      "The signing secret stands under Basic Information, and has 32 letters and digits.",
    ),
});
export type ConnectSlack = z.infer<typeof ConnectSlack>;

/** A channel of one of our teams: of the workspace, or one that a webhook alone posts to. */
export const LinkSlackChannel = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("app"),
    teamId: z.string().min(1, "Choose a team.").pipe(Id),
    channel: SlackChannelId,
    takesUpdates: z.boolean(),
  }),
  z.object({
    by: z.literal("webhook"),
    teamId: z.string().min(1, "Choose a team.").pipe(Id),
    name: Line.min(1, "Which channel does it post to?").max(80),
    webhook: z.string().trim().min(1, "Paste the address that Slack made.").max(300),
  }),
]);
export type LinkSlackChannel = z.input<typeof LinkSlackChannel>;

export const SlackChannelGiven = z.object({ channelId: Id });
export type SlackChannelGiven = z.infer<typeof SlackChannelGiven>;

/** Who of ours somebody in Slack is; null for nobody. */
export const LinkSlackPerson = z.object({
  slackUserId: z.string().regex(/^[UW][A-Z0-9]{1,30}$/, "This is no id of somebody in Slack."),
  userId: Id.nullable(),
});
export type LinkSlackPerson = z.infer<typeof LinkSlackPerson>;
