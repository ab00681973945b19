import type { SourceLine } from "#lib/parsers/turns";

/** What belongs together on one or more lines. `start` is after time, speaker, bullet and heading marks. */
export type Passage = { start: number; end: number; row: boolean };

/**
 * Joins the lines that an editor or mail program broke in the middle of a sentence. A bullet, heading, table row,
 * turn or paragraph always begins anew; a line that ends a sentence is never joined.
 */
export function joinWrapped(text: string, lines: SourceLine[]): Passage[] {
  const shapes = lines.map((line) => shapeOf(text, line));
  const width = wrapWidth(shapes);
  const passages: Passage[] = [];
  for (const [n, shape] of shapes.entries()) {
    const before = shapes[n - 1];
    const last = passages.at(-1);
    if (before && last && goesOn(before, shape, width)) last.end = shape.end;
    else if (shape.kind !== "empty")
      passages.push({ start: shape.start, end: shape.end, row: shape.kind === "row" });
  }
  return passages;
}

type Shape = {
  kind: "empty" | "plain" | "bullet" | "turn" | "heading" | "row";
  start: number;
  end: number;
  indent: number;
  length: number;
  speaker: string | null;
  head: string;
  tail: string;
};

const EDGE = 80;
const MARKER = /^\s*(?:>\s{0,4}){0,5}(?:(#{1,6}\s+)|((?:[-*+•‣◦]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?))?/;

function shapeOf(text: string, line: SourceLine): Shape {
  const said = line.textStart > line.start;
  const head = text.slice(line.textStart, Math.min(line.end, line.textStart + EDGE));
  const marker = MARKER.exec(head);
  const start = line.textStart + (marker?.[0].length ?? 0);
  const tail = text.slice(Math.max(start, line.end - EDGE), line.end).trimEnd();
  const shape = {
    start,
    end: line.end,
    indent: head.search(/\S/),
    length: line.end - line.start,
    speaker: line.speaker,
  };
  const rest = { ...shape, head: head.slice(marker?.[0].length ?? 0), tail };
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, line.end))) return { ...rest, kind: "empty" };
  if (said) return { ...rest, kind: "turn" };
  if (isRow(head, tail)) return { ...rest, kind: "row", start: line.textStart };
  if (marker?.[1] || /^(?:\*\*|__)[^*_]{1,60}(?:\*\*|__):?\s*$/.test(rest.head))
    return { ...rest, kind: "heading" };
  return { ...rest, kind: marker?.[2] ? "bullet" : "plain" };
}

function isRow(head: string, tail: string): boolean {
  return /^\s*\|/.test(head) || (/\S\s*\|\s*\S/.test(head) && /\|/.test(tail) && head.split("|").length > 2);
}

/** The width a text was wrapped to, or null where its lines end for other reasons. */
function wrapWidth(shapes: Shape[]): number | null {
  const inner = shapes.filter((shape, n) => isProse(shape) && shapes[n + 1]?.kind === "plain");
  const width = inner.reduce((max, shape) => Math.max(max, shape.length), 0);
  if (inner.length < 3 || width < 50 || width > 110) return null;
  const full = shapes.filter(
    (shape, n) => isProse(shape) && shapes[n + 1]?.kind === "plain" && isFull(shape, shapes[n + 1]!, width),
  );
  return full.length >= inner.length * 0.7 ? width : null;
}

function isProse(shape: Shape): boolean {
  return shape.kind === "plain" || shape.kind === "bullet" || shape.kind === "turn";
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(shape: Shape, next: Shape, width: number): boolean {
  return shape.length + 1 + /^\S*/.exec(next.head)![0].length >= width - 3;
}

// Words that no sentence ends with.
const OPEN =
  /(?:^|\s)(?:the|a|an|and|or|of|to|for|with|by|from|into|our|their|his|her|its|my|your|will|would|should|must|be|been|is|are|was|were|that|which|than|no|not)$/i;

function goesOn(line: Shape, next: Shape, width: number | null): boolean {
  if (!isProse(line) || next.kind !== "plain") return false;
  // What a turn of a list is wrapped to stands deeper, and says no more who speaks.
  const hangs = line.kind === "turn" && next.speaker === null && next.indent > 0;
  if (line.speaker !== next.speaker && !hangs) return false;
  if (/[.!?:;…]["'”’»)\]*_]*$/.test(line.tail) || /^[^.!?]{1,30}:(?:\s|$)/.test(next.head)) return false;
  if (width !== null && isFull(line, next, width)) return true;
  if (line.length >= 30 && OPEN.test(line.tail)) return true;
  const small = /^[\p{Ll}\p{N}(]/u.test(next.head);
  if (small && line.length >= 50 && line.tail.endsWith(",")) return true;
  return small && (line.kind === "bullet" || hangs) && next.indent > line.indent;
}
