import { type ReadName, readSpeaker } from "#lib/parsers/speaker-name";

/**
 * What the beginning of a line looks like: `irc` "<nick> text", `timed` a turn with its time, `turn` "Name: text",
 * `bullet` the same in a list, `header` a speaker alone above the text, `stamp` a time and no speaker.
 */
export type LineForm = {
  kind: "irc" | "timed" | "turn" | "bullet" | "header" | "stamp";
  time: string | null;
  speaker: ReadName | null;
  /** Units from the start of the line to what was said: after time and speaker, and after the time alone. */
  saidAt: number;
  stampEnd: number;
};

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const IRC = new RegExp(
  String.raw`^\s{0,8}(?:\[([^\]\n]{4,40})\]|(${CLOCK}))?\s{0,8}<[@+%~&]?([^<>\s]{1,40})>\s+(?=\S)`,
);
const HTML =
  /^(?:a|b|i|u|p|br|li|ul|ol|em|hr|div|span|strong|code|pre|table|td|tr|th|h[1-6]|img|details|summary|sub|sup|kbd)$/i;
const STAMP = new RegExp(
  String.raw`^\s{0,8}\[?(${CLOCK})(?:[.,]\d{1,3})?(?: ?[AaPp][Mm])?\]?(?=\s|$)\s*(?:[-–—]\s+)?`,
);
// Otter and Teams put a name, at least two spaces and a time; Slack a time with AM or PM; Rev brackets.
const NAME_TIME = new RegExp(
  String.raw`^\s{0,3}(\S[^\n:<>|]{0,60}?)(?:\s{2,}|\t+|\s+(?=\d{1,2}:\d{2} ?[AaPp][Mm])|\s+(?=[[(]))[[(]?(${CLOCK})(?: ?[AaPp][Mm])?[\])]?(?:\s*$|:\s+(?=\S)|:\s*$)`,
);
const BRACKETED = new RegExp(String.raw`^\s{0,3}\[([^\]\n:]{2,60})\]\s+(${CLOCK})\s*$`);
// Zoom's chat "From Dana Weiss to Everyone : text" and tab-separated transcript, after the time.
const ZOOM = /^From\s+([^:\n]{2,60}?)(?:\s+to\s+[^:\n]{2,40})?\s*:\s+(?=\S)/;
// The same with what was said in the line below.
const ZOOM_ALONE = /^From\s+([^:\n]{2,60}?)\s+to\s+[^:\n]{2,40}?\s*:\s*$/;
const TABBED = /^([^\t:\n]{2,60}):?\t+(?=\S)/;
const BOLD_ALONE = new RegExp(
  String.raw`^\s{0,3}(?:\*\*|__)([^*_\n]{2,60}?):?(?:\s+(${CLOCK}))?(?:\*\*|__)\s*$`,
);
const IN_BRACKETS = /^\s{0,3}\(([^()\n]{2,40})\)\s*[-–—:]\s+(?=\S)/;
const BULLET = /^\s{0,40}(?:[-*+•‣]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;

/** Reads the beginning of a line, of which at most 200 units matter; null where it is text like any other. */
export function readForm(head: string): LineForm | null {
  if (!/[:<]|^\s{0,3}(?:\*\*|__|\()/.test(head)) return null;
  return readIrc(head) ?? readHeader(head) ?? readTimed(head) ?? readTurn(head);
}

function readIrc(head: string): LineForm | null {
  const m = head.includes("<") ? IRC.exec(head) : null;
  if (!m || !/\p{L}/u.test(m[3]!) || HTML.test(m[3]!)) return null;
  const time = /\d{1,2}:\d{2}/.exec(m[1] ?? m[2] ?? "")?.[0] ?? null;
  return form("irc", time, { name: m[3]!, kind: "handle" }, m[0].length);
}

function readHeader(head: string): LineForm | null {
  const bold = BOLD_ALONE.exec(head);
  const m = bold ?? NAME_TIME.exec(head) ?? BRACKETED.exec(head);
  const speaker = readSpeaker(m?.[1] ?? "");
  if (!m || !speaker || (bold && speaker.kind !== "name")) return null;
  const inline = m[0].length < head.trimEnd().length;
  return inline
    ? form("timed", m[2]!, speaker, m[0].length)
    : form("header", m[2] ?? null, speaker, head.length);
}

function readTimed(head: string): LineForm | null {
  const stamp = STAMP.exec(head);
  if (!stamp) return null;
  const at = stamp[0].length;
  const above = readSpeaker(ZOOM_ALONE.exec(head.slice(at))?.[1] ?? "");
  if (above) return { ...form("header", stamp[1]!, above, head.length), stampEnd: at };
  const zoom = ZOOM.exec(head.slice(at)) ?? TABBED.exec(head.slice(at));
  const sender = readSpeaker(zoom?.[1] ?? "");
  if (zoom && sender) return { ...form("timed", stamp[1]!, sender, at + zoom[0].length), stampEnd: at };
  const rest = readTurn(head.slice(at));
  if (rest?.kind === "turn")
    return { ...form("timed", stamp[1]!, rest.speaker, at + rest.saidAt), stampEnd: at };
  return form("stamp", stamp[1]!, null, at);
}

function readTurn(head: string): LineForm | null {
  const bracketed = IN_BRACKETS.exec(head);
  const inBrackets = readSpeaker(bracketed?.[1] ?? "");
  if (bracketed && inBrackets) return form("turn", null, inBrackets, bracketed[0].length);
  const bullet = BULLET.exec(head)?.[0].length ?? 0;
  const colon = head.slice(0, bullet + 80).search(/:(?:\*\*|__|\*|_)?(?=\s)/);
  if (colon < 1) return null;
  const prefix = /^\s*(\*\*|__|\*|_)?@?(.*?)(?:\*\*|__|\*|_)?$/.exec(head.slice(bullet, colon))?.[2];
  const speaker = readSpeaker(prefix ?? "");
  const said = /^:(?:\*\*|__|\*|_)?\s+(?=\S)/.exec(head.slice(colon));
  return speaker && said ? form(bullet ? "bullet" : "turn", null, speaker, colon + said[0].length) : null;
}

function form(
  kind: LineForm["kind"],
  time: string | null,
  speaker: ReadName | null,
  saidAt: number,
): LineForm {
  return { kind, time, speaker, saidAt, stampEnd: 0 };
}
