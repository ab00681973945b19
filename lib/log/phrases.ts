import type { Event, EventKind } from "#lib/events/kinds";
import { type Day, formatDay } from "#lib/format/dates";
import { FIELDS } from "#lib/log/codes";

/** What a sentence names besides the event's own data. */
export type About = {
  /** Who did it: a name, or "Countersign". */
  by: string;
  /** What it happened to: “a title in quotes”, a person's name, or "this action". */
  it: string;
  /** The name of somebody by id. */
  person: (id: string) => string;
  today: Day;
};

/** The sentence for each kind of event, without the full stop. */
export type Sentences = {
  [K in EventKind]: (about: About, data: Extract<Event, { kind: K }>["data"]) => string;
};

/** “, attempt 2” of what was tried before. */
export function again(attempt: number): string {
  return attempt > 1 ? `, attempt ${attempt}` : "";
}

/** Whose something is. */
export function possessive(name: string): string {
  return `${name}’s`;
}

/** A day, or that there is none. */
export function dayOr(day: string | null, today: Day): string {
  return day ? formatDay(day, { today }) : "no date";
}

/** Names of fields as a list in words. */
export function wordsOf(fields: string[]): string {
  const words = fields.map((field) => FIELDS[field] ?? field);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
