import { z } from "zod";
import { BLOCKER_STATES } from "#drizzle/schema/blockers";
import { STANDUP_VISIBILITIES } from "#drizzle/schema/standups";
import { NAMED } from "#lib/web/api/answers";

const Id = z.string();
const Instant = z.iso.datetime();
const Day = z.iso.date();
const Count = z.number().int().min(0);

export const ListedBlocker = z
  .object({
    id: Id,
    version: Count.describe("Send it along with a change: a newer one makes that a conflict"),
    text: z.string(),
    state: z
      .enum(BLOCKER_STATES)
      .describe("proposed until a person confirms it; accepted where it was decided to live with it"),
    visibility: z.enum(STANDUP_VISIBILITIES),
    teamId: Id,
    teamName: z.string(),
    personId: Id.nullable().describe("Whose it is; null for people who are not on the roster"),
    personName: z.string(),
    ownerId: Id.nullable().describe("Who unblocks it"),
    ownerName: z.string().nullable(),
    waitsForTeamId: Id.nullable(),
    waitsForTeamName: z.string().nullable(),
    firstOn: Day,
    lastOn: Day,
    days: Count.describe("On how many days it was said"),
    escalatedAt: Instant.nullable().describe("When an owner or a decision was asked for"),
    closing: z.string().nullable().describe("How it was resolved, or why it is lived with"),
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
  })
  .register(NAMED, { id: "ListedBlocker" });

export const BlockerInFull = ListedBlocker.extend({
  createdAt: Instant,
  sayings: z
    .array(z.object({ day: Day, by: z.string().nullable(), quote: z.string(), sourceId: Id }))
    .describe("What was said on each day, the last first, as far as its reader sees the updates"),
}).register(NAMED, { id: "Blocker" });

export const ChangedBlocker = z
  .object({ blockerId: Id, version: Count, state: z.enum(BLOCKER_STATES), ownerId: Id.nullable() })
  .register(NAMED, { id: "ChangedBlocker" });
