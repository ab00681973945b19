import { callSlack } from "#lib/channels/slack-api";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { keepSlackTrouble, openConnected } from "#lib/slack/open-workspace";
import { canConnectSlack } from "#lib/slack/policy";

const PATIENCE_MS = 15_000;

/** Asks Slack now whether the token is good: null, or what is wrong, which is kept until a call is answered. */
export async function checkSlack(ctx: UserCtx): Promise<{ trouble: string | null }> {
  if (!canConnectSlack(ctx.actor)) throw new AppError("forbidden", "Only admins check the connection.");
  const { id, access } = await openConnected(ctx);
  const call = await callSlack(access, "auth.test", {}, AbortSignal.timeout(PATIENCE_MS));
  const trouble = call.ok ? null : call.reason;
  await keepSlackTrouble(ctx, id, trouble, call.ok ? call.scopes : null);
  return { trouble };
}
