import { and, eq, inArray, isNull } from "drizzle-orm";
import { runs, standingApprovals, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { Ctx, UserActor } from "#lib/events/context";
import type { Statement } from "#lib/grounding/statement";
import { listReachable } from "#lib/outlets/reachable";
import { findHolder, readOutlets } from "#lib/outlets/read-outlets";
import type { DeliveryToMake } from "#lib/workflows/define";

/** A standing approval that holds for a draft: who gave it, and the outlets it is good for. */
export type Standing = { id: string; giver: UserActor; outlets: DeliveryToMake[] };

/**
 * The standing approval that a draft may go out by, as its writer and version are the ones that were approved, whoever
 * gave it is still a leader, something can be brought there, and nothing in it reads like an order, has an address that no source has, or a figure that its
 * own words do not say; else undefined.
 */
export async function findStanding(
  ctx: Pick<Ctx, "channels">,
  tx: Tx,
  { draftId, runId, statements }: { draftId: string; runId: string; statements: Statement[] },
): Promise<Standing | undefined> {
  if (statements.some(isDoubtful)) return;
  const holder = await findHolder(tx, draftId);
  if (!holder) return;
  const all = await listReachable(ctx, tx, await readOutlets(tx, draftId));
  const given = (await listGiven(tx, runId, holder)).filter((one) =>
    all.some((outlet) => isGoodFor(one, outlet)),
  );
  const [first] = given;
  if (!first) return;
  const outlets = all.filter((outlet) => given.some((one) => isGoodFor(one, outlet)));
  const { giverId, giverName, giverRole } = first;
  return {
    id: first.id,
    giver: { kind: "user", id: giverId, name: giverName, role: giverRole },
    outlets,
  };
}

function isDoubtful({ flags, person, due, kept }: Statement): boolean {
  if (flags.includes("instruction") || flags.includes("address")) return true;
  // Of a statement with a person or a day, it may be these that were not said.
  return kept && flags.includes("unsaid") && !person && !due;
}

/** Whether a standing approval is good for an outlet; one for mails is for whoever is in the team. */
export function isGoodFor(given: { channel: string; recipient: string }, outlet: DeliveryToMake): boolean {
  return given.channel === outlet.channel && (given.recipient === "" || given.recipient === outlet.recipient);
}

function listGiven(tx: Tx, runId: string, holder: { teamId: string } | { userId: string }) {
  return tx
    .select({
      id: standingApprovals.id,
      channel: standingApprovals.channel,
      recipient: standingApprovals.recipient,
      giverId: users.id,
      giverName: users.name,
      giverRole: users.role,
    })
    .from(standingApprovals)
    .innerJoin(
      runs,
      and(
        eq(runs.id, runId),
        eq(runs.workflow, standingApprovals.workflow),
        eq(runs.workflowVersion, standingApprovals.workflowVersion),
        eq(runs.writer, standingApprovals.writer),
      ),
    )
    .innerJoin(users, eq(users.id, standingApprovals.givenBy))
    .where(
      and(
        "teamId" in holder
          ? eq(standingApprovals.teamId, holder.teamId)
          : and(isNull(standingApprovals.teamId), eq(standingApprovals.givenBy, holder.userId)),
        isNull(standingApprovals.revokedAt),
        isNull(users.deactivatedAt),
        inArray(users.role, ["leader", "admin"]),
      ),
    )
    .orderBy(standingApprovals.givenAt)
    .for("share");
}
