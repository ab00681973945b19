import { z } from "zod";
import { Id, Version } from "#lib/inputs/schema";

const Minutes = z.number("Choose a time of the day.").int().min(0).max(1439, "Choose a time of the day.");

/** When somebody has their week told, and where to. `version` is the one that was seen; 0 where there was none. */
export const ChangeBrief = z
  .object({
    active: z.boolean(),
    weekday: z.number("Choose a day of the week.").int().min(1).max(7),
    writeAt: Minutes,
    byMail: z.boolean(),
    slackChannelId: Id.nullable().default(null),
    version: Version.or(z.literal(0)),
  })
  .refine(({ active, byMail, slackChannelId }) => !active || byMail || slackChannelId !== null, {
    path: ["byMail"],
    message: "Choose where it goes: to you by mail, or to a Slack channel.",
  });
export type ChangeBrief = z.input<typeof ChangeBrief>;

/** Where briefs may go by themselves. */
export const BRIEF_CHANNELS = ["slack", "circular"] as const;
export const BriefOutlet = z.object({ channel: z.enum(BRIEF_CHANNELS) });
export type BriefOutlet = z.input<typeof BriefOutlet>;

export const BriefApprovalOf = z.object({ id: Id });
export type BriefApprovalOf = z.input<typeof BriefApprovalOf>;
