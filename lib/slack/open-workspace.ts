import { eq, isNull } from "drizzle-orm";
import { slackWorkspaces } from "#drizzle/schema/schema";
import type { SlackAccess } from "#lib/channels/slack-api";
import { inTransaction, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

/** Where the vault seals both secrets of a workspace for. */
export function placeOfWorkspace(id: string): string {
  return `slack_workspaces:${id}`;
}

/** The connected workspace, and what calls it. */
export type OpenedWorkspace = { id: string; slackTeamId: string; botUserId: string; access: SlackAccess };

/** Opens the connected workspace, outside of any transaction; null where none is connected. */
export async function openWorkspace(
  ctx: Pick<Ctx, "store" | "vault" | "channels">,
): Promise<OpenedWorkspace | null> {
  const [row] = await reader(ctx.store)
    .select({
      id: slackWorkspaces.id,
      slackTeamId: slackWorkspaces.slackTeamId,
      botUserId: slackWorkspaces.botUserId,
      botToken: slackWorkspaces.botToken,
    })
    .from(slackWorkspaces)
    .where(isNull(slackWorkspaces.removedAt));
  if (!row) return null;
  const { botToken, ...known } = row;
  const token = ctx.vault.open(botToken, placeOfWorkspace(row.id));
  return { ...known, access: accessWith(ctx, token) };
}

/** The same where there has to be one: `invalid` where none is connected. */
export async function openConnected(
  ctx: Pick<Ctx, "store" | "vault" | "channels">,
): Promise<OpenedWorkspace> {
  const opened = await openWorkspace(ctx);
  if (!opened) throw new AppError("invalid", "No Slack workspace is connected. Connect one first.");
  return opened;
}

/** What a token calls Slack by. */
export function accessWith({ channels }: Pick<Ctx, "channels">, token: string): SlackAccess {
  return { token, ...(channels.slackApi && { api: channels.slackApi }) };
}

/** Keeps why Slack can't be called, for admins to read; null where it answered. */
export async function keepSlackTrouble(
  ctx: Pick<Ctx, "store">,
  workspaceId: string,
  trouble: string | null,
  scopes?: string[] | null,
): Promise<void> {
  await inTransaction(ctx.store, (tx) =>
    tx
      .update(slackWorkspaces)
      .set({ trouble, ...(scopes && { scopes }) })
      .where(eq(slackWorkspaces.id, workspaceId)),
  );
}
