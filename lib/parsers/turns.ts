import { readAttendeeList } from "#lib/parsers/attendee-list";
import { type LineForm, readForm } from "#lib/parsers/line-forms";
import { creditScribe, type Trust, trustSpeakers } from "#lib/parsers/trust";

/** One line of a source. Offsets are UTF-16 units into the text, `end` exclusive and before the line break. */
export type SourceLine = {
  /** 1-based. */
  number: number;
  start: number;
  end: number;
  /** As written in the source: "10:03" or "1:02:03". */
  time: string | null;
  speaker: string | null;
  /** Where what was said begins, after time and speaker; `end` where the line holds nothing else. */
  textStart: number;
};

const HEAD = 200;

/**
 * Splits a text into lines and reads when and by whom each was said: canonical transcripts, "Name: text", IRC logs,
 * Otter, Teams, Zoom, Slack and Google Meet. A speaker is taken only where the whole text bears the name out;
 * otherwise it is null, and the prefix is part of what was said. Linear, whatever the length of a line.
 */
export function parseLines(text: string): SourceLine[] {
  const lines = cutLines(text);
  const forms = dropIdleHeaders(
    lines,
    lines.map((line) => readForm(text.slice(line.start, Math.min(line.end, line.start + HEAD)))),
  );
  const filled = lines.filter((line) => line.end > line.start).length;
  const { listed, hosts } = readAttendeeList(text);
  const trust = trustSpeakers(forms, filled, [...listed, ...hosts]);
  for (const [n, line] of lines.entries()) {
    const form = forms[n];
    if (form) settle(line, form, trust);
    if (form?.kind === "irc") creditScribe(text, line, trust);
  }
  carryHeaders(text, lines, forms);
  return lines;
}

function cutLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const brk = text.indexOf("\n", start);
    const end = brk === -1 ? text.length : brk;
    lines.push({ number: lines.length + 1, start, end, time: null, speaker: null, textStart: start });
    start = end + 1;
  }
  return lines;
}

/** "Lunch  12:00" with nothing below, or the next such line, is an entry of an agenda and no speaker's name. */
function dropIdleHeaders(lines: SourceLine[], forms: (LineForm | null)[]): (LineForm | null)[] {
  return forms.map((form, n) => {
    if (form?.kind !== "header") return form;
    const next = lines[n + 1] && lines[n + 1]!.start < lines[n + 1]!.end ? n + 1 : n + 2;
    const idle = !lines[next] || lines[next].start === lines[next].end || forms[next]?.kind === "header";
    return idle ? null : form;
  });
}

/** Fills in time and speaker as far as they are trusted. */
function settle(line: SourceLine, form: LineForm, trust: Trust) {
  if (form.speaker && trust.speaker(form)) {
    line.time = form.time;
    line.speaker = form.speaker.name;
    line.textStart = Math.min(line.start + form.saidAt, line.end);
    return;
  }
  const alone = form.kind === "stamp" && form.saidAt >= line.end - line.start;
  if (!(trust.stamps || alone) || (form.kind !== "stamp" && !form.stampEnd)) return;
  line.time = form.time;
  line.textStart = Math.min(line.start + (form.stampEnd || form.saidAt), line.end);
}

/** A speaker's name above a text is who says the paragraph below; an empty line between is passed over once. */
function carryHeaders(text: string, lines: SourceLine[], forms: (LineForm | null)[]) {
  let speaker: string | null = null;
  let said = false;
  for (const [n, line] of lines.entries()) {
    const empty =
      line.start === line.end || !text.slice(line.start, Math.min(line.end, line.start + HEAD)).trim();
    if (line.speaker) {
      speaker = forms[n]?.kind === "header" ? line.speaker : null;
      said = false;
    } else if (empty) {
      if (said) speaker = null;
    } else if (/^\s*(?:#|---)/.test(text.slice(line.start, line.start + 8))) {
      speaker = null;
    } else {
      line.speaker = speaker;
      said = true;
    }
  }
}
