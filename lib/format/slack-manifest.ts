/** What the app may do in Slack, each with what it is for. */
export const SLACK_SCOPES: Record<string, string> = {
  "channels:history": "reads what is written in the public channels that it is in",
  "channels:read": "knows the names of public channels",
  "chat:write": "posts digests that somebody approved",
  "chat:write.public": "posts in public channels that it is not in",
  commands: "answers /standup",
  "users:read": "knows who wrote",
  "users:read.email": "finds people here by their e-mail address",
};

/** Where Slack sends what happens, under the address people open Countersign at. */
export const SLACK_EVENTS_PATH = "/api/webhooks/slack/events";
export const SLACK_COMMANDS_PATH = "/api/webhooks/slack/commands";

/** The manifest of the app, as Slack takes it under “From a manifest”. `site` is without a slash at its end. */
export function slackManifest(site: string): string {
  const manifest = {
    display_information: {
      name: "Countersign",
      description: "Takes stand-up updates, and posts digests that somebody approved.",
    },
    features: {
      bot_user: { display_name: "Countersign", always_online: true },
      slash_commands: [
        {
          command: "/standup",
          url: `${site}${SLACK_COMMANDS_PATH}`,
          description: "Post your update of today",
          usage_hint: "what you did, what comes next, what is in the way",
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(SLACK_SCOPES) } },
    settings: {
      event_subscriptions: { request_url: `${site}${SLACK_EVENTS_PATH}`, bot_events: ["message.channels"] },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
  return JSON.stringify(manifest, null, 2);
}
