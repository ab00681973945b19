import { and, asc, eq, isNull } from "drizzle-orm";
import type { WriterName } from "#drizzle/schema/runs";
import { briefs, briefWeeks, slackChannels, standingApprovals } from "#drizzle/schema/schema";
import { canHaveBrief } from "#lib/briefs/policy";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { briefWorkflow } from "#lib/workflows/registry";

/** A standing approval for one's own briefs; `givenAt` is an ISO instant. */
export type GivenBriefApproval = {
  id: string;
  channel: string;
  writer: WriterName;
  workflowVersion: number;
  givenAt: string;
};

export type BriefSettings = {
  /** How it is had, or would be. `version` is 0 where nobody said so. */
  held: Omit<typeof briefs.$inferSelect, "userId">;
  /** When the next one is written, an ISO instant, or null. */
  nextAt: string | null;
  /** The Slack channels that are linked. */
  channels: { id: string; name: string }[];
  approvals: GivenBriefApproval[];
};

/** How the actor has their week told. `forbidden` for members and viewers. */
export async function getBriefSettings(ctx: UserCtx): Promise<BriefSettings> {
  if (!canHaveBrief(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins have their week told to them.");
  const db = reader(ctx.store);
  const userId = ctx.actor.id;
  const [[held], [next], channels, approvals] = await Promise.all([
    db.select().from(briefs).where(eq(briefs.userId, userId)),
    db
      .select({ dueAt: briefWeeks.dueAt })
      .from(briefWeeks)
      .where(and(eq(briefWeeks.userId, userId), eq(briefWeeks.state, "open"))),
    db
      .select({ id: slackChannels.id, name: slackChannels.name })
      .from(slackChannels)
      .where(isNull(slackChannels.removedAt))
      .orderBy(asc(slackChannels.name)),
    listGiven(db, userId),
  ]);
  const { userId: _, ...how } = held ?? FRESH;
  return { held: how, nextAt: next?.dueAt.toISOString() ?? null, channels, approvals };
}

/** Off, and else what most would choose. */
const FRESH: typeof briefs.$inferSelect = {
  userId: "",
  active: false,
  weekday: 5,
  writeAt: 900,
  byMail: true,
  slackChannelId: null,
  version: 0,
};

async function listGiven(db: Database, userId: string): Promise<GivenBriefApproval[]> {
  const rows = await db
    .select({
      id: standingApprovals.id,
      channel: standingApprovals.channel,
      writer: standingApprovals.writer,
      workflowVersion: standingApprovals.workflowVersion,
      givenAt: standingApprovals.givenAt,
    })
    .from(standingApprovals)
    .where(
      and(
        eq(standingApprovals.workflow, briefWorkflow.key),
        eq(standingApprovals.givenBy, userId),
        isNull(standingApprovals.teamId),
        isNull(standingApprovals.revokedAt),
      ),
    )
    .orderBy(asc(standingApprovals.givenAt));
  return rows.map((row) => ({ ...row, givenAt: row.givenAt.toISOString() }));
}
