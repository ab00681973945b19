import type { EventKind } from "#lib/events/kinds";
import { EVENT_KINDS } from "#lib/log/sentences";

/** What the log can be narrowed down to, with the nouns whose events belong there. */
const GROUPS = {
  sources: ["source", "series", "retention"],
  runs: ["run", "budget", "baseline"],
  drafts: ["draft"],
  reading: ["hold"],
  records: ["action", "decision", "question", "blocker"],
  deliveries: ["delivery"],
  standups: ["standup", "update", "standing_approval", "brief"],
  leads: ["lead", "lead_import", "consent", "suppression", "cadence", "outreach", "voice"],
  notices: ["notice", "mail"],
  people: [
    "workspace",
    "user",
    "absence",
    "holiday",
    "log",
    "invitation",
    "team",
    "link",
    "session",
    "token",
    "feed",
    "second_factor",
    "identity",
    "vault",
    "mailbox",
    "slack",
    "slack_channel",
    "slack_person",
    "filter",
  ],
} as const satisfies Record<string, readonly Noun[]>;

type Noun = EventKind extends infer K ? (K extends `${infer N}.${string}` ? N : never) : never;

export type LogGroup = keyof typeof GROUPS;
export const LOG_GROUPS = Object.keys(GROUPS) as [LogGroup, ...LogGroup[]];

/** The kinds of events in a group. */
export function kindsOf(group: LogGroup): EventKind[] {
  const nouns: readonly string[] = GROUPS[group];
  return EVENT_KINDS.filter((kind) => nouns.includes(kind.slice(0, kind.indexOf("."))));
}

/** Two lines for each draft that somebody looks at: shown where reading is asked for, or they would bury the rest. */
export const PASSING: readonly EventKind[] = ["hold.taken", "hold.let_go"];

/** Stands for Countersign itself among those who did something. */
export const SYSTEM = "system";
