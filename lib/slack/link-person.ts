import { and, eq, isNull } from "drizzle-orm";
import { slackPeople, slackWorkspaces, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canConnectSlack } from "#lib/slack/policy";
import { LinkSlackPerson } from "#lib/slack/schema";

/**
 * Says who of ours somebody in Slack is, or that they are nobody; what an admin says stays, whatever Slack does. `conflict`
 * where that person is linked to somebody else there.
 */
export async function linkSlackPerson(ctx: UserCtx, input: LinkSlackPerson): Promise<void> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins say who is who in Slack.");
  const { slackUserId, userId } = LinkSlackPerson.parse(input);
  await transact(ctx, async ({ tx, record }) => {
    const workspaceId = await connectedId(tx);
    if (userId) await requireActive(tx, userId);
    const key = { workspaceId, slackUserId };
    const said = { userId, linkedBy: "admin" as const };
    await tx
      .insert(slackPeople)
      .values({ ...key, ...said, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: [slackPeople.workspaceId, slackPeople.slackUserId], set: said })
      .catch(refuseTwice);
    record(
      userId
        ? { kind: "slack_person.linked", subjectId: slackUserId, data: { userId, by: "admin" } }
        : { kind: "slack_person.unlinked", subjectId: slackUserId, data: {} },
    );
  });
}

async function connectedId(tx: Tx): Promise<string> {
  const [row] = await tx
    .select({ id: slackWorkspaces.id })
    .from(slackWorkspaces)
    .where(isNull(slackWorkspaces.removedAt));
  if (!row) throw new AppError("invalid", "No Slack workspace is connected. Connect one first.");
  return row.id;
}

async function requireActive(tx: Tx, userId: string): Promise<void> {
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  if (!person) throw new AppError("not_found", "There is no such person.");
}

function refuseTwice(error: unknown): never {
  if (isUniqueViolation(error))
    throw new AppError(
      "conflict",
      "This person is linked to somebody else in Slack. Unlink them there first.",
    );
  throw error;
}
