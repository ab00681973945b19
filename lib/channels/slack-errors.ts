import { onOneLine } from "#lib/channels/header-text";

/** Why Slack did not do what it was asked, and whether it may later of itself. */
export type SlackRefusal = { reason: string; retry: boolean };

const CONNECT = "An admin connects Slack again under Settings, Slack.";
const CHANNEL = "Link another channel under Settings, Slack.";
const HERE = "It was written by Countersign in a way that Slack does not take.";

/** What Slack answers, as the documentation of its methods and of incoming webhooks names it, in plain words. */
const KNOWN: Record<string, string> = {
  not_authed: `Slack was given no token. ${CONNECT}`,
  invalid_auth: `Slack does not know the token. ${CONNECT}`,
  token_revoked: `The token was revoked in Slack. ${CONNECT}`,
  token_expired: `The token has expired. ${CONNECT}`,
  account_inactive: `The app was removed from the Slack workspace. ${CONNECT}`,
  not_allowed_token_type: `This kind of token can’t be used. Take the bot token, which begins with xoxb-. ${CONNECT}`,
  channel_not_found: `Slack has no such channel, or the app may not see it. ${CHANNEL}`,
  not_in_channel: "The app is not in the channel. Write /invite @Countersign there.",
  is_archived: `The channel is archived in Slack. ${CHANNEL}`,
  channel_is_archived: `The channel is archived in Slack. ${CHANNEL}`,
  restricted_action: "The workspace lets only some people post in this channel. A Slack admin changes that.",
  action_prohibited: "The workspace lets only some people post in this channel. A Slack admin changes that.",
  ekm_access_denied: "The workspace’s admins have suspended posting.",
  msg_too_long: "The text is too long for Slack.",
  msg_blocks_too_long: "The text is too long for Slack.",
  no_text: "There is no text to post.",
  invalid_blocks: HERE,
  invalid_blocks_format: HERE,
  invalid_payload: HERE,
  metadata_too_large: HERE,
  invalid_metadata_format: HERE,
  no_service: `The webhook was turned off in Slack. ${CHANNEL}`,
  no_service_id: `The webhook was turned off in Slack. ${CHANNEL}`,
  no_team: `Slack has no workspace for this webhook. ${CHANNEL}`,
  invalid_token: `Slack does not know this webhook. ${CHANNEL}`,
  user_not_found: "Slack knows no such person.",
  users_not_found: "Slack knows no such person.",
};

const PASSING = new Set(["ratelimited", "rate_limited", "message_limit_exceeded", "request_timeout"]);

/** What an error of Slack's says to whoever meets it. */
export function slackRefusal(error: string, needed?: string): SlackRefusal {
  if (error === "missing_scope")
    return {
      reason: `The Slack app lacks the scope ${needed ? onOneLine(needed).slice(0, 80) : "for this"}. Add it in Slack, install the app again, then connect it again.`,
      retry: false,
    };
  if (PASSING.has(error))
    return { reason: "Slack takes no more just now and asks to wait. It is tried again.", retry: true };
  const known = KNOWN[error];
  return { reason: known ?? `Slack refused it: ${onOneLine(error).slice(0, 100)}`, retry: false };
}

/** Errors after which part of what was asked may have been done, in the words of Slack’s documentation. */
const MAYBE_DONE = new Set(["internal_error", "fatal_error", "service_unavailable"]);

/** Whether what was asked may have been done in spite of the error. */
export function maybeDone(error: string): boolean {
  return MAYBE_DONE.has(error);
}
