import { z } from "zod";
import { STANDUP_DAY_STATES } from "#drizzle/schema/standups";
import { Day, Id } from "#lib/inputs/schema";
import { getStandupDay } from "#lib/standups/day-queries";
import { postUpdate } from "#lib/standups/post-update";
import { listStandups } from "#lib/standups/queries";
import { PostUpdate } from "#lib/standups/schema";
import { NAMED } from "#lib/web/api/answers";
import { changing, type Operation, reading } from "#lib/web/api/operation";

const Count = z.number().int().min(0);
const CalendarDay = z.iso.date();

const ListedStandup = z
  .object({
    teamId: z.string(),
    name: z.string(),
    active: z.boolean(),
    day: CalendarDay.nullable().describe("Of today’s stand-up, or the next one’s"),
    state: z.enum(STANDUP_DAY_STATES),
    dueAt: z.iso.datetime().nullable().describe("When its digest is due"),
    wrote: Count,
    expected: Count,
  })
  .register(NAMED, { id: "Standup" });

const StandupDay = z
  .object({
    team: z.object({ id: z.string(), name: z.string() }),
    day: CalendarDay,
    state: z.enum(STANDUP_DAY_STATES),
    reason: z.string().nullable().describe("Why no digest was written"),
    dueAt: z.iso.datetime().nullable(),
    people: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string(),
        away: z.string().nullable().describe("Why nothing is expected of them"),
        update: z
          .object({
            sourceId: z.string(),
            text: z.string(),
            late: z.boolean(),
            changedAt: z.iso.datetime(),
          })
          .nullable(),
      }),
    ),
  })
  .register(NAMED, { id: "StandupDay" });

const PostedUpdate = z
  .object({
    sourceId: z.string(),
    day: CalendarDay,
    changed: z.boolean().describe("Whether it takes the place of what was posted before"),
    late: z.boolean().describe("Whether the day’s digest was asked for already"),
  })
  .register(NAMED, { id: "PostedUpdate" });

const read = { scope: "sources:read", tag: "stand-ups" } as const;
const write = { scope: "sources:write", tag: "stand-ups" } as const;

/** What teams write each day. */
export const STANDUP_OPERATIONS: Operation[] = [
  reading({
    ...read,
    id: "listStandups",
    path: "/standups",
    summary: "The teams that hold a stand-up, and how far today’s is",
    tool: "Lists the teams that hold a stand-up, and how many have written for today’s.",
    input: z.object({}),
    answer: z.object({ rows: z.array(ListedStandup) }),
    read: async (ctx) => ({ rows: await listStandups(ctx) }),
  }),
  reading({
    ...read,
    id: "readStandup",
    path: "/standups/{teamId}",
    summary: "One stand-up with what each person wrote; of today where no day is given",
    tool: "Reads a team’s stand-up of a day: what each person wrote, and who wrote nothing.",
    input: z.object({ teamId: Id, day: Day.optional() }),
    answer: StandupDay,
    read: (ctx, { teamId, day }) => getStandupDay(ctx, teamId, day),
  }),
  changing({
    ...write,
    id: "postUpdate",
    path: "/standups/{teamId}/updates",
    summary: "Posts one’s update for the stand-up that is on, or changes it",
    tool: "Posts your person’s stand-up update, or changes it: done, next and blockers, or free text.",
    input: PostUpdate,
    answers: { 201: PostedUpdate, 200: PostedUpdate },
    change: (ctx, input) => postUpdate(ctx, input, "api"),
    tell: (posted) =>
      posted.changed
        ? { status: 200, body: posted }
        : { status: 201, location: `/api/v1/sources/${posted.sourceId}`, body: posted },
  }),
];
