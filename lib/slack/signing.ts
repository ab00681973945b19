import { and, eq, isNull, lt, or } from "drizzle-orm";
import { slackWorkspaces } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { placeOfWorkspace } from "#lib/slack/open-workspace";

/** What Slack signs with, of the connected workspace. */
export type SlackSigning = { workspaceId: string; slackTeamId: string; secret: string };

/** How often it is put down that Slack was heard. */
const EVERY_MS = 60_000;

/** The signing secret of the connected workspace; null where none is connected. */
export async function findSlackSigning(ctx: Pick<Ctx, "store" | "vault">): Promise<SlackSigning | null> {
  const [row] = await reader(ctx.store)
    .select({
      workspaceId: slackWorkspaces.id,
      slackTeamId: slackWorkspaces.slackTeamId,
      sealed: slackWorkspaces.signingSecret,
    })
    .from(slackWorkspaces)
    .where(isNull(slackWorkspaces.removedAt));
  if (!row) return null;
  const { sealed, ...known } = row;
  return { ...known, secret: ctx.vault.open(sealed, placeOfWorkspace(row.workspaceId)) };
}

/** Keeps, at most once a minute, that Slack was heard, or that something came whose signature was wrong. */
export async function keepHeard(
  ctx: Pick<Ctx, "store" | "now">,
  workspaceId: string,
  what: "heardAt" | "refusedAt",
): Promise<void> {
  const column = slackWorkspaces[what];
  const before = new Date(ctx.now().getTime() - EVERY_MS);
  await inTransaction(ctx.store, (tx) =>
    tx
      .update(slackWorkspaces)
      .set({ [what]: ctx.now() })
      .where(and(eq(slackWorkspaces.id, workspaceId), or(isNull(column), lt(column, before)))),
  );
}
