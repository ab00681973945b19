import type { Day } from "#lib/format/dates";
import { readAttendeeList } from "#lib/parsers/attendee-list";
import { readHeldOn } from "#lib/parsers/header-date";
import { readForm } from "#lib/parsers/line-forms";
import { readMailHead } from "#lib/parsers/mail-head";
import { parseLines } from "#lib/parsers/turns";
import { findWrittenDates } from "#lib/parsers/written-date";

/** What the text of a source suggests about it, for a person to correct. */
export type Header = { title: string; heldOn: Day | null; attendees: string[] };

const MAX_TITLE = 120;
const MAX_ATTENDEES = 60;

/**
 * Guesses title, day and attendees. The title is the first heading, else a first line that reads like one, else the
 * name of the file. Attendees are those listed as present, else those who speak. `today` is that of the source's zone.
 */
export function guessHeader(
  text: string,
  { today, fileName = "" }: { today: Day; fileName?: string },
): Header {
  const attendees = readAttendees(text);
  return {
    title: readTitle(text, fileName, attendees),
    heldOn: readHeldOn(text, today, fileName),
    attendees: attendees.slice(0, MAX_ATTENDEES),
  };
}

/** "📝 Notes", "Transcript": they say what kind of text follows. */
const MARKER = /^[^\p{L}\p{N}]*(?:notes|transcript|attendees|participants)[^\p{L}\p{N}]*$/iu;

function readTitle(text: string, fileName: string, attendees: string[]): string {
  const subject = tidyTitle(readMailHead(text)?.subject ?? "");
  if (subject) return subject;
  const all = text
    .slice(0, 20_000)
    .split("\n")
    .filter((line) => line.trim() && !MARKER.test(line.trim().slice(0, 40)))
    .slice(0, 10);
  // What somebody happens to say first is no title.
  const lines = isSpeakersLine(all[0] ?? "") ? [] : all;
  const heading = lines.find((line) => /^\s{0,3}#{1,3}\s+\S/.test(line));
  const line = heading ?? lines.slice(0, 2).find(readsLikeTitle) ?? "";
  const title = tidyTitle(line) || tidyTitle(titleOfFile(fileName)) || tidyTitle(firstWords(lines[0] ?? ""));
  return title || titleOfPeople(attendees) || "Untitled notes";
}

/** "Dana Weiss  0:09", with what she said below. */
function isSpeakersLine(line: string): boolean {
  const form = readForm(line.slice(0, 200));
  return form?.kind === "header" && form.time !== null;
}

/** A short line without a stop, that is no bullet, turn, list of people, date or link. */
function readsLikeTitle(line: string): boolean {
  const [parsed] = parseLines(line);
  if (line.length > MAX_TITLE || parsed!.textStart > 0) return false;
  if (/^\s*(?:[-*+•|>[(<]|\d{1,2}[.):])|[.!?;:]\s*$|https?:\/\/|-->/.test(line)) return false;
  const { listed, hosts } = readAttendeeList(line);
  if (listed.length || hosts.length || /^\s*\p{L}[\p{L} ]{0,20}:\s/u.test(line)) return false;
  return isMoreThanDate(line);
}

function isMoreThanDate(line: string): boolean {
  let rest = line;
  for (const { start, end } of findWrittenDates(line.slice(0, 200)).toReversed())
    rest = rest.slice(0, start) + rest.slice(end);
  return /\p{L}{3}/u.test(rest.replace(/\d{1,2}:\d{2}|\b(?:am|pm|UTC|GMT|[A-Z]{1,2}T|to|at|on)\b/g, " "));
}

function titleOfFile(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]{1,8}$/, "");
  const words = name
    .replace(/[_-]+/g, " ")
    .replace(/(?<!\d)\d{4} ?\d{2} ?\d{2}(?!\d)/g, " ")
    .trim();
  return /\p{L}{3}/u.test(words) ? words[0]!.toUpperCase() + words.slice(1) : "";
}

/** The beginning of a first line of notes. What somebody happens to say first is no title. */
function firstWords(line: string): string {
  const said = line.replace(/^\s*(?:[-*+•>]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?/, "");
  const isTurn = /^[\s[]*\d|^\s*<|^.{1,60}?:\s/.test(said) || !/\p{L}{2}/u.test(said);
  return isTurn ? "" : said.split(/\s+/).slice(0, 10).join(" ");
}

function titleOfPeople(names: string[]): string {
  const [first, second, ...others] = names.map((name) => name.replace(/\s*\(@.*/, ""));
  if (!first || !second) return first ? `Notes with ${first}` : "";
  return others.length ? `${first}, ${second} and ${others.length} more` : `${first} and ${second}`;
}

function tidyTitle(line: string): string {
  const plain = line
    .slice(0, 400)
    .replace(/<!--.*?-->/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*#{1,6}\s*|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?=\s|$)|\s*#+\s*$/g, "")
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\s]+/gu, " ")
    .trim()
    .replace(/[:–-]+$/, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return "";
  return plain.length <= MAX_TITLE
    ? plain
    : `${plain
        .slice(0, MAX_TITLE)
        .replace(/\s+\S*$/, "")
        .toWellFormed()}…`;
}

/** How Granola calls the two sides of a call. */
const SIDES = /^(?:me|them)$/i;

/** A line of nothing but handles. What parts two of them can't begin one's last letters, or each way of parting would be tried. */
const HANDLES = /^[\s,;&+-]*(?:@[\w.-]{2,40}(?:[\s,;&+][\s,;&+-]*)?){2,40}$/;

function readAttendees(text: string): string[] {
  const { listed, hosts } = readAttendeeList(text);
  if (listed.length) return distinct([...hosts, ...listed]);
  const mail = readMailHead(text);
  if (mail) return distinct(mail.people);
  const head = text.slice(0, 4000).split("\n").slice(0, 10);
  const handles = head.find((line) => HANDLES.test(line.slice(0, 600)));
  if (handles) return distinct([...hosts, ...(handles.match(/@[\w.-]{2,40}/g) ?? [])]);
  const speakers = parseLines(text).flatMap(({ speaker }) => speaker ?? []);
  return distinct([...hosts, ...speakers.filter((speaker) => !SIDES.test(speaker))]);
}

/** Every name once; a first name stands for the full name that is there already. */
function distinct(names: string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    const full = [...found.keys()].some((other) => other === key || other.startsWith(`${key} `));
    if (!full && found.size <= MAX_ATTENDEES) found.set(key, name);
  }
  return [...found.values()];
}
