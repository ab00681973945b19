import { isSlackTs } from "#lib/format/slack-ts";

/** A message of a public channel, or a change of one, as the Events API tells of it. */
export type SlackEventIn = {
  eventId: string;
  channel: string;
  /** "" where Slack does not say who wrote what was deleted. */
  user: string;
  ts: string;
  threadTs: string | null;
  parentUserId: string | null;
  kind: "posted" | "edited" | "deleted";
  text: string;
  editedTs: string | null;
};

/** Subtypes of messages that people wrote. Joining, topics, bots and all others are passed over. */
const WRITTEN = new Set([undefined, "thread_broadcast", "file_share", "me_message"]);
const LONGEST = 40_000;

type Fields = Record<string, unknown>;

/**
 * Reads the `event_callback` of a message (Events API, event `message`). Null for all that is nobody's words in a public
 * channel: bots, private channels and direct messages, joins and topics, previews that Slack added to a message.
 */
export function readSlackEvent(callback: Fields): SlackEventIn | null {
  const event = fieldsOf(callback.event);
  const eventId = idOf(callback.event_id);
  const channel = idOf(event.channel);
  if (!eventId || !channel?.startsWith("C") || event.type !== "message") return null;
  if (event.channel_type !== undefined && event.channel_type !== "channel") return null;
  const read = readerOf(event.subtype)(event);
  return read && { eventId, channel, ...read };
}

function readerOf(subtype: unknown): (event: Fields) => Read | null {
  if (subtype === "message_changed") return edited;
  return subtype === "message_deleted" ? deleted : posted;
}

type Read = Omit<SlackEventIn, "eventId" | "channel">;

function posted(event: Fields): Read | null {
  const user = writerOf(event);
  if (!user || !isSlackTs(event.ts)) return null;
  return { kind: "posted", user, ts: event.ts, ...threadOf(event), text: textOf(event), editedTs: null };
}

/** What was left of a message whose answers stay is a “tombstone”. */
function edited(event: Fields): Read | null {
  const message = fieldsOf(event.message);
  if (message.subtype === "tombstone")
    return deleted({ ...event, deleted_ts: message.ts, previous_message: event.previous_message ?? message });
  const user = writerOf(message);
  const at = fieldsOf(message.edited).ts;
  if (!user || !isSlackTs(message.ts) || !isSlackTs(at)) return null;
  return { kind: "edited", user, ts: message.ts, ...threadOf(message), text: textOf(message), editedTs: at };
}

function deleted(event: Fields): Read | null {
  const before = fieldsOf(event.previous_message);
  const ts = event.deleted_ts ?? before.ts;
  if (!isSlackTs(ts) || isBot(before)) return null;
  const user = idOf(before.user) ?? "";
  return { kind: "deleted", user, ts, ...threadOf(before), text: "", editedTs: null };
}

function writerOf(message: Fields): string | null {
  if (!WRITTEN.has(message.subtype as string | undefined) || isBot(message)) return null;
  return idOf(message.user);
}

function isBot(message: Fields): boolean {
  return message.bot_id !== undefined && message.bot_id !== null;
}

function threadOf(message: Fields): Pick<Read, "threadTs" | "parentUserId"> {
  const thread = message.thread_ts;
  const answers = isSlackTs(thread) && thread !== message.ts;
  return {
    threadTs: answers ? thread : null,
    parentUserId: answers ? idOf(message.parent_user_id) : null,
  };
}

function textOf({ text }: Fields): string {
  return typeof text === "string" ? text.slice(0, LONGEST).toWellFormed().replaceAll("\0", " ") : "";
}

function idOf(value: unknown): string | null {
  return typeof value === "string" && /^[A-Za-z0-9]{1,64}$/.test(value) ? value : null;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
