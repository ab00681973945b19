import ical, { ICalEventTransparency } from "ical-generator";
import type { FeedContents } from "#lib/feeds/queries";

/** How often a calendar program should ask again, in seconds. */
const ASK_AGAIN_S = 3600;

/**
 * Open actions as an iCalendar file (RFC 5545): an event on the whole day each is due, which leaves the person free.
 * Events and not to-dos, because Google Calendar and Outlook leave to-dos of a subscribed calendar out. `origin` is
 * where Countersign is reached, such as https://ops.example.com.
 */
export function actionsAsCalendar({ owner, actions }: FeedContents, origin: string): string {
  const calendar = ical({
    name: `Actions of ${onOneLine(owner)}`,
    prodId: { company: "Countersign", product: "Actions", language: "EN" },
    ttl: ASK_AGAIN_S,
  });
  for (const { id, text, dueOn, version, createdAt } of actions) {
    calendar.createEvent({
      id: `${id}@countersign`,
      sequence: version,
      stamp: createdAt,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: onOneLine(text),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: new URL(`/actions?open=${id}`, origin).href,
    });
  }
  return calendar.toString();
}

/**
 * The library escapes line feeds in what events say, and nothing in the name; RFC 5545 knows no other end of a line, but
 * programs do.
 */
function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}
