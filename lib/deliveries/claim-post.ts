import { and, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { reviews, standingApprovals, users } from "#drizzle/schema/schema";
import type { Channel } from "#lib/channels/channel";
import { circularTo } from "#lib/channels/circular";
import type { Tx } from "#lib/db/store";
import type { ClaimOf, DeliveryRow, Way } from "#lib/deliveries/claim";
import { findApprovedPage } from "#lib/deliveries/claim-page";
import type { OpenSlack } from "#lib/deliveries/letter-rules";
import type { Ctx } from "#lib/events/context";
import { readOutlets } from "#lib/outlets/read-outlets";

/** What a team is told: the approved page, as long as its approval stands and the team still has it go there. */
export function claimPost(openSlack: OpenSlack): ClaimOf {
  return async (ctx, { tx }, due) => {
    const page = await findApprovedPage(tx, due);
    if (!page) return gone("The approval it was made for no longer stands.");
    const outlets = await readOutlets(tx, due.draftId);
    if (!outlets.some(({ channel, recipient }) => channel === due.channel && recipient === due.recipient))
      return gone("It is to go elsewhere by now.");
    if (await isRevoked(tx, due)) return gone("The standing approval it would have left by was taken back.");
    const { id: deliveryId, recipient } = due;
    const { title, markdown } = page;
    const parcel = { deliveryId, recipient, title, markdown };
    if (due.channel === "slack")
      return { send: async (signal) => (await openSlack(ctx, recipient)).send(parcel, signal) };
    const channel = await openCircular(ctx, tx, recipient);
    return { send: async (signal) => (channel ? channel.send(parcel, signal) : NOT_SET_UP) };
  };
}

const NOT_SET_UP = { ended: "failed", reason: "This channel is not set up any more.", retry: false } as const;

const gone = (returned: string): Way => ({ returned, reopens: false });

async function openCircular(ctx: Ctx, tx: Tx, userId: string): Promise<Channel | null> {
  const sender = ctx.channels.smtp;
  const [to] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  return sender && to?.email ? circularTo(sender, { name: to.name, address: to.email }) : null;
}

/**
 * Whether nobody but standing approvals approved it, and the one for this outlet was taken back since. A draft that goes
 * to several by one approval each names the first.
 */
async function isRevoked(tx: Tx, { draftId, channel, recipient }: DeliveryRow): Promise<boolean> {
  const [last] = await tx
    .select({ standing: standingApprovals, at: reviews.createdAt })
    .from(reviews)
    .leftJoin(standingApprovals, eq(standingApprovals.id, reviews.standingApprovalId))
    .where(and(eq(reviews.draftId, draftId), eq(reviews.decision, "approved")))
    .orderBy(desc(reviews.createdAt))
    .limit(1);
  if (!last?.standing) return false;
  const { workflow, workflowVersion, writer, teamId, givenBy } = last.standing;
  const [holds] = await tx
    .select({ one: sql`1` })
    .from(standingApprovals)
    .where(
      and(
        eq(standingApprovals.workflow, workflow),
        eq(standingApprovals.workflowVersion, workflowVersion),
        eq(standingApprovals.writer, writer),
        teamId
          ? eq(standingApprovals.teamId, teamId)
          : and(isNull(standingApprovals.teamId), eq(standingApprovals.givenBy, givenBy)),
        eq(standingApprovals.channel, channel),
        inArray(standingApprovals.recipient, ["", recipient]),
        lte(standingApprovals.givenAt, last.at),
        isNull(standingApprovals.revokedAt),
      ),
    )
    .limit(1);
  return holds === undefined;
}
