import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { WriterName } from "#drizzle/schema/runs";
import { standingApprovals, users, workspace } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { readIdle } from "#lib/digests/why-idle";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { findTeam, type StandupRow } from "#lib/standups/find-standup";
import { canGiveStandingApproval, canRunStandup, canSeeStandup } from "#lib/standups/policy";

/** A standing approval that holds, with who gave it; `givenAt` is an ISO instant. */
export type GivenApproval = {
  id: string;
  channel: string;
  recipient: string;
  writer: WriterName;
  workflowVersion: number;
  giverName: string;
  givenAt: string;
  /** Why digests wait for review in spite of it, as a sentence; null where they go out. */
  idle: string | null;
};

export type StandupSettings = {
  team: { id: string; name: string };
  /** How it is held, or would be. `version` is 0 where the team holds none. */
  held: Omit<StandupRow, "createdAt" | "changedBy">;
  mayRun: boolean;
  mayGive: boolean;
  approvals: GivenApproval[];
};

/** How a team holds its stand-up, and by which standing approvals its digests go out; for who may say so, or sees it. */
export async function getStandupSettings(ctx: UserCtx, teamId: string): Promise<StandupSettings> {
  const db = reader(ctx.store);
  const { team, standup, isMember } = await findTeam(ctx, db, teamId);
  const mayRun = canRunStandup(ctx.actor, team);
  const sees =
    standup !== null && canSeeStandup(ctx.actor, { ...team, isMember, visibility: standup.visibility });
  if (!mayRun && !sees)
    throw new AppError("not_found", "There is no such stand-up, or it is not shared with you.");
  const [company] = await db.select({ timeZone: workspace.timeZone }).from(workspace);
  const { createdAt: _, changedBy: __, ...held } = standup ?? fresh(teamId, company?.timeZone ?? "UTC");
  return {
    team: { id: team.id, name: team.name },
    held,
    mayRun,
    mayGive: canGiveStandingApproval(ctx.actor) && sees,
    approvals: await listGiven(ctx, held),
  };
}

/** What most teams do. */
function fresh(
  teamId: string,
  timeZone: string,
): Omit<StandupRow, "createdAt" | "changedBy"> & Partial<Pick<StandupRow, "createdAt" | "changedBy">> {
  return {
    teamId,
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone,
    digestAt: 600,
    remindAt: 540,
    visibility: "open",
    slackChannelId: null,
    mailTeam: false,
    version: 0,
  };
}

async function listGiven(ctx: UserCtx, held: StandupSettings["held"]): Promise<GivenApproval[]> {
  const whyIdle = await readIdle(ctx, reader(ctx.store), held);
  const rows = await reader(ctx.store)
    .select({
      id: standingApprovals.id,
      channel: standingApprovals.channel,
      recipient: standingApprovals.recipient,
      writer: standingApprovals.writer,
      workflowVersion: standingApprovals.workflowVersion,
      giverName: users.name,
      giverRole: users.role,
      giverLeft: isNotNull(users.deactivatedAt).mapWith(Boolean),
      givenAt: standingApprovals.givenAt,
    })
    .from(standingApprovals)
    .innerJoin(users, eq(users.id, standingApprovals.givenBy))
    .where(and(eq(standingApprovals.teamId, held.teamId), isNull(standingApprovals.revokedAt)))
    .orderBy(asc(standingApprovals.givenAt));
  return rows.map(({ giverRole, giverLeft, givenAt, ...row }) => ({
    ...row,
    givenAt: givenAt.toISOString(),
    idle: whyIdle({ ...row, giverRole, giverLeft }),
  }));
}
