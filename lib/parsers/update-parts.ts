import { leaves, type OpenPart, titleOf } from "#lib/parsers/open-part";
import { namesAt, topicsIn } from "#lib/parsers/speakers";
import { isQuestion, labelsStandAbove, threeAnswers } from "#lib/parsers/update-answers";
import { inlineLabels, type Label, labelAt, type PartKind } from "#lib/parsers/update-labels";
import { readUpdateLines, type UpdateLine } from "#lib/parsers/update-lines";
import { isRow, readAnswers, readTable, rowsFrom } from "#lib/parsers/update-tables";

/** One entry of an update: a bullet, a line, a cell or a group of sentences. Offsets are UTF-16 units, `end` exclusive. */
export type UpdatePart = { part: PartKind; text: string; start: number; end: number };

/**
 * An entry with what its place tells: how deep it stands, whether entries stand below it, and which person's it is,
 * counted in the order of the text. `labelled`: its part was written down, and not guessed from its words.
 */
export type UpdateItem = UpdatePart & {
  depth: number;
  parent: boolean;
  person: number;
  labelled: boolean;
  /** Whether its field asks for more than what blocks: "Help needed", "Risks". */
  wide: boolean;
  /** Where the line begins that holds it with its label. */
  from: number;
};

/** Reads an update, or a whole team's, into its entries in the order of the text, each with the part it belongs to. Linear. */
export function readUpdateParts(text: string): UpdatePart[] {
  return readUpdateItems(text).map(({ part, text: said, start, end }) => ({ part, text: said, start, end }));
}

/** The same with what the place of an entry tells. */
export function readUpdateItems(text: string): UpdateItem[] {
  const reader = new Reader(text);
  const lines = readUpdateLines(text);
  const heads = namesAt(lines);
  const names = new Map(heads.map((head) => [head.line.start, head]));
  const topics = new Set(heads.length > 1 ? topicsIn(lines, heads).map(({ start }) => start) : []);
  const answers = threeAnswers(lines.filter(({ start }) => !names.has(start)));
  const outer = labelsStandAbove(lines, heads[0]?.line);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const rows = isRow(line) ? rowsFrom(lines, i) : [];
    const cells = rows.length > 1 ? readTable(rows) : lines.length === 1 ? readAnswers(line) : null;
    if (cells) {
      reader.cells(cells, line);
      i += rows.length - 1;
      continue;
    }
    const head = names.get(line.start);
    if (head && outer) reader.turnWithin(line, head.start < line.end);
    else if (head || topics.has(line.start)) reader.turnTo();
    if (head?.start === line.end) continue;
    const read = head ? { ...line, at: head.start, said: text.slice(head.start, line.end) } : line;
    reader.line(read, lines[i + 1], answers);
  }
  return reader.items;
}

class Reader {
  readonly items: UpdateItem[] = [];
  private open: OpenPart | null = null;
  private person = 0;
  private last: UpdateLine | null = null;
  private readonly text: string;

  /** Whether "Blocking" is a field for those whom its writer keeps waiting, as it is beside one for "Blocked by". */
  private readonly other: boolean;

  /** Whether the sign of a road being built is of work under way, as it is beside a sign to stop. */
  private readonly stops: boolean;

  constructor(text: string) {
    this.text = text;
    this.stops = STOP_SIGN.test(text);
    this.other = BLOCKED.test(text);
  }

  /** Somebody else begins to speak. */
  turnTo() {
    this.person++;
    this.open = null;
    this.last = null;
  }

  /** Somebody else answers the question that is open: where their words stand beside their name, or deeper. */
  turnWithin(line: UpdateLine, beside: boolean) {
    const { open } = this;
    this.turnTo();
    if (!open || open.inline) return;
    if (beside || line.indent > open.line.indent || (line.bullet && !open.line.bullet))
      this.open = { ...open, empty: false };
    else if (open.line.heading > 0 && (line.heading === 0 || line.heading > open.line.heading))
      this.open = { ...open, empty: false };
  }

  cells(cells: { part: PartKind; start: number; end: number; row: number }[], line: UpdateLine) {
    let row = -1;
    for (const cell of cells) {
      if (cell.row !== row) this.person++;
      row = cell.row;
      this.add(cell.part, cell.start, cell.end, line, true);
    }
    this.turnTo();
  }

  line(
    line: UpdateLine & { afterBlank?: boolean },
    next: UpdateLine | undefined,
    answers: Map<number, PartKind>,
  ) {
    const answer = line.number && line.indent === 0 ? answers.get(line.start) : undefined;
    const found =
      labelAt(line.said, line.bullet && line.heading === 0 && !this.heads(line, next)) ??
      this.titleBeside(line, next);
    const label = found && { ...found, part: this.partOf(found.part, line.said) };
    if (label && !(label.part === "other" && line.bullet && this.isWithin(line)))
      this.enter(line, label, next);
    else if (answer) this.enter(line, { part: answer, length: 0, alone: false }, next);
    else if (!this.continues(line)) this.entry(line);
    this.last = line;
  }

  /** Whether a bullet opens a part: it is a numbered question, or stands beside a label with entries of its own. */
  private heads(line: UpdateLine, next: UpdateLine | undefined): boolean {
    if (isQuestion(line, next)) return true;
    const { open } = this;
    const beside = open && !open.inline && open.line.bullet && open.line.indent === line.indent;
    return beside === true && next !== undefined && next.indent > line.indent;
  }

  /** The title of something else, known by its form, which is that of the label above what was said last. */
  private titleBeside(line: UpdateLine, next: UpdateLine | undefined): Label | null {
    const { open } = this;
    if (!open || !(open.inline || (this.items.at(-1)?.start ?? 0) > open.line.start)) return null;
    const title = titleOf(line, next);
    return title && title.form === open.form ? { ...title, part: "other" } : null;
  }

  private partOf(part: PartKind, said: string): PartKind {
    if (this.other && BLOCKING.test(said)) return "other";
    return this.stops && BUILDING.test(said) ? "next" : part;
  }

  /** Whether a line is an entry of the part that is open: "- Question: who decides?" is one, and opens nothing. */
  private isWithin(line: UpdateLine): boolean {
    const open = this.open?.line;
    return open !== undefined && (open.heading > 0 || line.indent > open.indent);
  }

  private enter(line: UpdateLine, label: Label, next: UpdateLine | undefined) {
    const inline = !label.alone;
    const empty = inline && NOTHING.test(line.said.slice(label.length, label.length + 40));
    const wide =
      WIDE.test(line.said.slice(0, label.length)) && !NARROW.test(line.said.slice(0, label.length));
    const outer =
      line.bullet && this.open && this.open.line.heading > 0
        ? this.open
        : (line.bullet && this.open?.outer) || null;
    const form = titleOf(line, next)?.form ?? null;
    this.open = { part: label.part, line, form, inline, settled: inline, empty, wide, outer };
    if (!label.alone) this.pieces(line, label.length, label.part, true);
  }

  private entry(line: UpdateLine & { afterBlank?: boolean }) {
    while (this.open && leaves(this.open, line)) this.open = this.open.outer;
    if (this.open && line.said.length < 40 && NOTHING.test(line.said)) this.open.empty = true;
    if (this.open && line.indent > this.open.line.indent) this.open.settled = true;
    // The title of something else, such as "## Links".
    if (line.heading > 0) return;
    this.pieces(line, 0, this.open?.part ?? "other", this.open !== null);
  }

  /** Cuts a line at the labels within it. */
  private pieces(line: UpdateLine, from: number, part: PartKind, labelled: boolean) {
    const labels = inlineLabels(line.said, from > 0).filter(({ at }) => at >= from);
    let begin = from;
    let now = part;
    let known = labelled;
    for (const { part: then, at, end } of [...labels, { part, at: line.said.length, end: 0 }]) {
      this.add(now, line.at + begin, line.at + at, line, known);
      begin = end;
      now = then;
      known = true;
    }
    // "Y: … B: …" in one line: what follows below belongs to its last label.
    if (labels.length && this.open) this.open.part = labels.at(-1)!.part;
  }

  private add(part: PartKind, from: number, to: number, line: UpdateLine, labelled: boolean) {
    const [start, end] = trimmed(this.text, from, to);
    if (start >= end) return;
    const above = this.items.at(-1);
    const isBelow = above && above.person === this.person && above.start >= (this.open?.line.start ?? 0);
    if (isBelow && line.indent > above.depth && line.bullet) above.parent = true;
    const { person } = this;
    const said = this.text.slice(start, end);
    this.items.push({
      part,
      text: said,
      start,
      end,
      depth: line.indent,
      parent: false,
      person,
      labelled,
      wide: this.open?.wide ?? false,
      from: line.start,
    });
  }

  /** A line that merely goes on with the one above: wrapped, or deeper than its bullet. */
  private continues(line: UpdateLine & { afterBlank?: boolean }): boolean {
    const above = this.items.at(-1);
    const { last } = this;
    if (!above || !last || line.bullet || line.afterBlank || line.heading || above.end !== last.end)
      return false;
    const deeper = last.bullet && line.indent > above.depth;
    const wrapped =
      !last.bullet && last.said.length >= 60 && /^[\p{Ll}(]/u.test(line.said) && !/[.!?:;]$/.test(last.said);
    if (!(deeper || wrapped) || line.end - above.start > LONGEST_ITEM) return false;
    above.end = line.end;
    above.text = this.text.slice(above.start, above.end);
    return true;
  }
}

const BLOCKED = /^[ \t>#*_•-]{0,20}blocked(?: by| on)?[*_]{0,2}:/im;
const BLOCKING = /^\W*blocking(?: others)?[*_]{0,2}:/i;
const STOP_SIGN =
  /^[ \t>*•-]{0,20}(?:⛔|🛑|🚫|🔴|:(?:no_entry|no_entry_sign|octagonal_sign|stop_sign|red_circle|sos):)/mu;
const BUILDING = /^(?:🚧|:construction:)/u;
const WIDE =
  /\b(?:help|support|assistance|issues?|problems?|risks?|concerns?|challenges?|dependenc(?:y|ies)|needs?)\b/i;
const NARROW = /\b(?:block\w*|imped\w+|stuck|roadblocks?|obstacles?)\b/i;
const NOTHING = /^\W*(?:none|no|nope|nah|n\/?a|nothing|nil)\b/i;

/** Units; an entry of many wrapped lines ends there, so that it is not copied again for each of them. */
const LONGEST_ITEM = 4000;

function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /[\s;|,]/.test(text[start]!)) start++;
  while (end > start && /[\s;|,]/.test(text[end - 1]!)) end--;
  // "none</li>": the words end before the mark-up.
  end -= /(?:<\/?\w{1,10}>\s*)*$/.exec(text.slice(Math.max(start, end - 60), end))![0].length;
  return [start, end];
}
