import type { MarkedLine } from "#components/review/marks";

/** Neighbouring lines that are shown or folded together; `from` is the number of the first. */
export type Stretch = { from: number; folded: boolean; lines: MarkedLine[] };

/** Below this many lines nothing is folded: a browser draws them faster than a person scrolls. */
export const ALL_SHOWN = 400;
const CHUNK = 40;
/** Lines kept on either side of a quote, so that it is read in context. */
const AROUND = 6;

/** Cuts a very long source into what is quoted, with its context, and the rest. */
export function foldLines(lines: MarkedLine[], opened: ReadonlySet<number>): Stretch[] {
  const first = lines[0];
  if (!first) return [];
  if (lines.length <= ALL_SHOWN) return [{ from: first.number, folded: false, lines }];
  const near = nearMarks(lines);
  const stretches: Stretch[] = [];
  lines.forEach((line, i) => {
    const last = stretches.at(-1);
    if (last && last.folded === !near[i]) last.lines.push(line);
    else stretches.push({ from: line.number, folded: !near[i], lines: [line] });
  });
  return stretches.map((stretch) => (opened.has(stretch.from) ? { ...stretch, folded: false } : stretch));
}

/** Lines cut into pieces that are drawn when they come near; those of a short source are one. */
export function chunksOf(lines: MarkedLine[], long: boolean): MarkedLine[][] {
  if (!long) return [lines];
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, i) =>
    lines.slice(i * CHUNK, (i + 1) * CHUNK),
  );
}

function nearMarks(lines: MarkedLine[]): boolean[] {
  const near = lines.map((_, i) => i < AROUND);
  lines.forEach((line, i) => {
    if (!line.used && !line.unmatched.some((sentence) => sentence.hint)) return;
    near.fill(true, Math.max(0, i - AROUND), i + AROUND + 1);
  });
  return near;
}
