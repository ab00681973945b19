/** A message as Slack keeps it. */
export type SlackMessage = Record<string, unknown> & { ts: string; text: string };

export type SlackChannel = {
  id: string;
  name: string;
  is_private: boolean;
  is_archived: boolean;
  is_member: boolean;
  messages: SlackMessage[];
};

export type SlackPerson = {
  id: string;
  name: string;
  real_name: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_stranger?: boolean;
  team_id?: string;
  is_email_confirmed?: boolean;
  profile: { email?: string; display_name: string };
};

/** A workspace: who and what is in it, and which tokens open it. */
export type SlackWorld = {
  team: { id: string; name: string; url: string };
  /** What each token may do; "revoked" for one that was taken back. */
  tokens: Map<string, string[] | "revoked">;
  channels: SlackChannel[];
  people: SlackPerson[];
  /** Webhooks by their path, with the channel they post to. */
  webhooks: Map<string, string>;
  /** Seconds since 1970 of the next message; each is a second later. */
  now: number;
};

export const SLACK_TOKEN = "xoxb-larkfield-1";
export const BOT_USER = "U0COUNTER";
/** Every scope that the manifest asks for. */
export const SLACK_SCOPES = [
  "channels:history",
  "channels:read",
  "chat:write",
  "chat:write.public",
  "commands",
  "users:read",
  "users:read.email",
];

/** The Slack of Larkfield: Dana and Chidi of Engineering, Bo, and somebody who is on no roster of ours. */
export function larkfieldSlack(): SlackWorld {
  return {
    team: { id: "T0LARK", name: "Larkfield", url: "https://larkfield.slack.com/" },
    tokens: new Map<string, string[] | "revoked">([
      [SLACK_TOKEN, SLACK_SCOPES],
      ["xoxb-revoked-1", "revoked"],
      ["xoxb-narrow-1", ["chat:write"]],
    ]),
    channels: [
      channel("C0STAND", "eng-standup"),
      channel("C0OTHER", "random"),
      channel("C0ARCH", "old-standup", { is_archived: true }),
      channel("C0PRIV", "founders", { is_private: true }),
      channel("C0AWAY", "quiet", { is_private: true, is_member: false }),
    ],
    people: [
      person("U0DANA", "dana", "Dana Weiss", "dana@larkfield.example"),
      person("U0CHIDI", "chidi", "Chidi Okafor", "chidi@larkfield.example"),
      person("U0BO", "bo", "Bo Tran", "bo@larkfield.example"),
      person("U0HUGO", "hugo", "Hugo Marchetti", "hugo@larkfield.example"),
      person("U0ZED", "zed", "Zed Elsewhere", "zed@elsewhere.example"),
      { ...person("U0COUNTER", "countersign", "Countersign"), is_bot: true },
    ],
    webhooks: new Map([["/services/T0LARK/B0HOOK/secret-of-the-webhook", "C0STAND"]]),
    now: 1_763_730_000,
  };
}

function channel(id: string, name: string, change: Partial<SlackChannel> = {}): SlackChannel {
  return { id, name, is_private: false, is_archived: false, is_member: true, messages: [], ...change };
}

function person(id: string, name: string, real: string, email?: string): SlackPerson {
  return {
    id,
    name,
    real_name: real,
    deleted: false,
    is_bot: false,
    team_id: "T0LARK",
    is_email_confirmed: true,
    profile: { display_name: name, ...(email && { email }) },
  };
}
