import { z } from "zod";
import { STANDUP_VISIBILITIES } from "#drizzle/schema/standups";
import { Cursor, Day, Id, Version, Words } from "#lib/inputs/schema";
import { TimeZone } from "#lib/users/schema";

/** Nobody reads a longer one, and no team's pasted stand-up is. */
export const MAX_UPDATE = 20_000;
export const MAX_TEAM_UPDATE = 200_000;

const Minutes = z.number("Choose a time of the day.").int().min(0).max(1439, "Choose a time of the day.");

/** How a team holds its stand-up. `version` is the one that was seen; 0 where there was none. */
export const ChangeStandup = z
  .object({
    teamId: Id,
    active: z.boolean(),
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1, "Choose at least one day of the week.")
      .max(7)
      .overwrite((days) => [...new Set(days)].sort()),
    timeZone: TimeZone,
    digestAt: Minutes,
    remindAt: Minutes.nullable(),
    visibility: z.enum(STANDUP_VISIBILITIES),
    slackChannelId: Id.nullable().default(null),
    mailTeam: z.boolean().default(false),
    version: Version.or(z.literal(0)),
  })
  .refine(({ remindAt, digestAt }) => remindAt === null || remindAt < digestAt, {
    path: ["remindAt"],
    message: "Remind before the digest is written.",
  });
export type ChangeStandup = z.input<typeof ChangeStandup>;

const Part = Words.max(MAX_UPDATE, "An update has at most 20,000 characters.").default("");

/** What somebody posts: their words as they are, or the three parts. */
export const PostUpdate = z
  .object({ teamId: Id, text: Part, done: Part, next: Part, blockers: Part })
  .refine(({ text, done, next, blockers }) => /[\p{L}\p{N}]/u.test(text + done + next + blockers), {
    path: ["text"],
    message: "Write what you did, what comes next, or what is in your way.",
  });
export type PostUpdate = z.input<typeof PostUpdate>;

/** The stand-up of a whole team in one text. */
export const PostTeamUpdate = z.object({
  teamId: Id,
  text: Words.min(1, "There is no text yet.").max(
    MAX_TEAM_UPDATE,
    "A team’s stand-up has at most 200,000 characters.",
  ),
});
export type PostTeamUpdate = z.input<typeof PostTeamUpdate>;

export const OfTeam = z.object({ teamId: Id });
export type OfTeam = z.input<typeof OfTeam>;

/** `day` is the one that was seen. */
export const DigestNow = OfTeam.extend({ day: Day });
export type DigestNow = z.input<typeof DigestNow>;

/** Where digests may go by themselves. */
export const STANDING_CHANNELS = ["slack", "circular"] as const;
export const OutletOf = z.object({ teamId: Id, channel: z.enum(STANDING_CHANNELS) });
export type OutletOf = z.input<typeof OutletOf>;

export const StandingApprovalOf = z.object({ teamId: Id, id: Id });
export type StandingApprovalOf = z.input<typeof StandingApprovalOf>;

export const HistoryOf = z.object({ userId: Id, cursor: Cursor.optional() });
export type HistoryOf = z.input<typeof HistoryOf>;
