import { readSpeaker } from "#lib/parsers/speaker-name";
import { inlineLabels, labelAt, labelKind } from "#lib/parsers/update-labels";
import { readUpdateLines, type UpdateLine } from "#lib/parsers/update-lines";
import { isRow, readTable } from "#lib/parsers/update-tables";

/** Whose words stand from `start` to `end`, in UTF-16 units; the name itself stands before them, but in a table. */
export type SpokenSpan = { name: string; start: number; end: number };

/**
 * Cuts a stand-up of several people that is one text into what each of them said: names above, names before a colon,
 * rows of a table. Empty where it is one person's; what stands before the first name is nobody's. Linear.
 */
export function splitBySpeaker(text: string): SpokenSpan[] {
  const lines = readUpdateLines(text);
  const byRow = speakersOfTable(lines);
  if (byRow.length > 1) return byRow;
  const heads = namesAt(lines);
  const people = new Set(heads.map(({ name }) => key(name)));
  if (people.size < 2) return [];
  const ends = [
    ...heads.map(({ from }) => from),
    ...topicsIn(lines, heads).map(({ start }) => start),
    text.length,
  ].sort((a, b) => a - b);
  const spans = heads.map(({ name, start }) => ({
    name,
    start,
    end: trimmedEnd(text, start, ends[after(ends, start)]!),
  }));
  // Who attended is named, and says nothing.
  return spans.filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 2000))),
  );
}

/** The headings that open something else than what one of these people says, or a part of it. */
export function topicsIn(lines: UpdateLine[], heads: NameHead[]): UpdateLine[] {
  const level = Math.max(0, ...heads.map(({ line }) => line.heading)) || 6;
  return lines.filter(
    ({ heading, said }) =>
      heading > 0 && heading <= level && (labelAt(said, false)?.part ?? "other") === "other",
  );
}

/** The place of the first of ascending offsets that is beyond one, or at its very end. */
function after(offsets: number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where somebody's name opens what they say: `from` where the name begins, `start` where their words do. */
export type NameHead = { name: string; line: UpdateLine; from: number; start: number };

/** The names in a text that open what somebody says, in its order. One alone may be an update's own author. */
export function namesAt(lines: UpdateLine[]): NameHead[] {
  const asked = askedIn(lines);
  const found = lines.map((line, i) => (asked.has(line) ? null : candidate(line, lines[i + 1])));
  // What looks like a name for its place alone is one only where others stand in the same place.
  const forms = new Map<string, Set<string>>();
  for (const head of found) if (head) group(forms, head.form).add(key(head.name));
  const names = new Set([...forms].filter(([, of]) => of.size > 1).flatMap(([form]) => form));
  return found.filter((head) => head !== null).filter(({ form, sure }) => sure || names.has(form));
}

/** The entries of a field for blockers that open with whom somebody needs: "- @devops: a runner with a GPU". */
function askedIn(lines: UpdateLine[]): Set<UpdateLine> {
  const asked = new Set<UpdateLine>();
  let within = false;
  for (const line of lines) {
    if (within && line.bullet && /^@[\w.-]{1,40}: /.test(line.said)) asked.add(line);
    else if (!(within && line.bullet)) {
      const label = labelAt(line.said, line.bullet);
      within = label?.part === "blockers" && label.alone;
    }
  }
  return asked;
}

function group(forms: Map<string, Set<string>>, form: string): Set<string> {
  const found = forms.get(form) ?? new Set<string>();
  forms.set(form, found);
  return found;
}

type Candidate = NameHead & { form: string; sure: boolean };

const HANDLE =
  /^(?:\*\*|__|\*|_)?(@[\p{L}\d][\p{L}\d._-]{0,38}(?: [\p{L}][\p{L}.'’-]{1,30})?)(?:\*\*|__|\*|_)?(?:[ \t]{0,4}\([^()\n]{1,80}\))?[ \t]*[:–—-]?[ \t]*$/u;
const ALONE =
  /^(?:\*\*|__|\*|_)?([\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]{0,48}[\p{L}.])(?:\*\*|__|\*|_)?(?:[ \t]{1,4}\([^()\n]{1,60}\))?[ \t]*(:?)(?:\*\*|__|\*|_)?[ \t]*$/u;
const TIMED =
  /^(?:\*\*|__|\*)?(@?[\p{L}][\p{L}\p{M}.'’ -]{0,48}?)(?:\*\*|__|\*)?[ \t]{1,8}(?:\(|\[|·[ \t]|[-–—][ \t]|APP[ \t]{1,4})?\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?[\])]?[ \t]*:?[ \t]*$/u;
const INLINE =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]?[ \t]{1,4})?(?:\*\*|__|\*|_|<)?(@?[\p{L}][\p{L}\p{M}\d._'’ -]{0,48}?)(?:\*\*|__|\*|_|>)?(?:[ \t]\([^()\n]{1,40}\))?(?::(?!\/\/)(?:\*\*|__|\*|_)?|>|[ \t]+[–—-](?=[ \t]))[ \t]{1,8}(?=\S)/u;

function candidate(line: UpdateLine, next: UpdateLine | undefined): Candidate | null {
  const said = line.said.slice(0, 200);
  const whole = line.said.length <= 160;
  const place = `${line.heading}:${line.bullet ? line.indent : line.indent > 0 ? 1 : 0}`;
  const head = (name: string, start: number, form: string, sure: boolean): Candidate => ({
    name: name.trim().replace(/^@/, ""),
    line,
    from: line.start,
    start,
    form: `${form}:${place}`,
    sure,
  });
  const handle = whole ? HANDLE.exec(said) : null;
  if (handle) return head(handle[1]!, line.end, "handle", !line.bullet);
  const timed = whole ? TIMED.exec(said) : null;
  if (timed && isName(timed[1]!)) return head(timed[1]!, line.end, "timed", true);
  const alone = whole ? ALONE.exec(said) : null;
  if (alone && isName(alone[1]!) && heads(line, next, alone[2] === ":"))
    return head(alone[1]!, line.end, "alone", false);
  const inline = INLINE.exec(said);
  return inline && isName(inline[1]!) ? head(inline[1]!, line.at + inline[0].length, "inline", false) : null;
}

/** Whether a line can stand above what somebody says: marked as a heading, or with entries or labels below. */
function heads(line: UpdateLine, next: UpdateLine | undefined, colon: boolean): boolean {
  if (!next) return false;
  if (line.heading > 0 || colon || /^(?:\*|_)/.test(line.said)) return true;
  return next.indent > line.indent || (!line.bullet && (next.bullet || opensLabelled(next)));
}

function opensLabelled(line: UpdateLine): boolean {
  return (
    labelAt(line.said, line.bullet) !== null || inlineLabels(` ${line.said.slice(0, 400)}`, false).length > 1
  );
}

function isName(phrase: string): boolean {
  const name = phrase.trim();
  if (labelKind(name) !== null || /\b(?:team|stand-?up|sprint|daily|weekly|squad|update)s?\b/i.test(name))
    return false;
  if (name.startsWith("@")) return true;
  const read = readSpeaker(name);
  return read !== null && (read.kind === "name" || (read.kind === "handle" && name.length > 2));
}

function speakersOfTable(lines: UpdateLine[]): SpokenSpan[] {
  const rows = lines.filter(isRow);
  const entries = rows.length > 1 ? (readTable(rows) ?? []) : [];
  const spans = new Map<number, SpokenSpan>();
  for (const { row, name, start, end } of entries) {
    const span = spans.get(row);
    if (span) span.end = Math.max(span.end, end);
    else if (name) spans.set(row, { name: name.replace(/^@/, ""), start, end });
  }
  return [...spans.values()];
}

function key(name: string): string {
  return name.toLowerCase();
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return last;
}
