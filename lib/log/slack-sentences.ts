import type { Sentences } from "#lib/log/phrases";

/** How what an admin did not say was found out. */
const BY: Record<string, string> = { email: "by their e-mail address", handle: "by their handle" };

/** What is told of the connection to Slack. */
export const SLACK_SENTENCES = {
  "slack.connected": ({ by }) => `${by} connected Slack`,
  "slack.disconnected": ({ by }) => `${by} disconnected Slack`,
  "slack_channel.linked": ({ by }, { takesUpdates }) =>
    `${by} linked a Slack channel to a team${takesUpdates ? ", which writes its updates there" : ""}`,
  "slack_channel.unlinked": ({ by }) => `${by} unlinked a Slack channel`,
  "slack_channel.tested": ({ by }) => `${by} posted a test to a Slack channel`,
  "slack_person.linked": ({ by, person }, { userId, by: way }) =>
    way === "admin"
      ? `${by} said who ${person(userId)} is in Slack`
      : `${by} found ${person(userId)} in Slack ${BY[way] ?? ""}`.trimEnd(),
  "slack_person.unlinked": ({ by }) => `${by} said that somebody in Slack is nobody here`,
} satisfies Partial<Sentences>;
