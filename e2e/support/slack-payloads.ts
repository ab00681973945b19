import { randomUUID } from "node:crypto";

/** A message of #eng-standup as the Events API tells of it, by Dana unless something else is said. */
export function messageEvent(event: Record<string, unknown>, eventId = newName()) {
  const message = { type: "message", channel: "C0STAND", channel_type: "channel", user: "U0DANA", ...event };
  return { type: "event_callback", team_id: "T0LARK", event_id: eventId, event: message };
}

/** The same of a message that was changed. */
export function editEvent(message: Record<string, unknown>, editedTs: string, eventId?: string) {
  const changed = { type: "message", user: "U0DANA", edited: { user: "U0DANA", ts: editedTs }, ...message };
  return messageEvent({ subtype: "message_changed", user: undefined, message: changed }, eventId);
}

/** The same of a message that was deleted. */
export function deleteEvent(ts: string, eventId?: string) {
  const gone = { deleted_ts: ts, previous_message: { user: "U0DANA", ts } };
  return messageEvent({ subtype: "message_deleted", user: undefined, ...gone }, eventId);
}

/** The name of a message that was written so many seconds after an instant. */
export function tsAt(instant: Date, seconds = 0): string {
  return `${Math.floor(instant.getTime() / 1000) + seconds}.000100`;
}

/** A name no event had before. */
export function newName(): string {
  return `Ev${randomUUID().replaceAll("-", "")}`;
}
