/** A line that differs between two texts; `before` or `after` is null where it is on one side alone. Numbers begin at 1. */
export type ChangedLine = { number: number; before: string | null; after: string | null };

/** Above this many cells the middle is compared line by line, in place: a table that large takes too long. */
const MOST_CELLS = 4_000_000;

/**
 * The lines of two texts that differ, in the order of the later one, those replaced beside what replaced them. Numbers
 * are of the later text, of the earlier one where a line is gone. Blank lines say nothing and are passed over.
 */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [gone, come] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return stretches(gone, come).flatMap(({ from, lost, at, added }) =>
    Array.from({ length: Math.max(lost.length, added.length) }, (_, i) => ({
      number: (i < added.length ? at : from) + start + i + 1,
      before: lost[i] ?? null,
      after: added[i] ?? null,
    })).filter((line) => line.before?.trim() || line.after?.trim()),
  );
}

type Stretch = { from: number; lost: string[]; at: number; added: string[] };

/** What lies between lines that both texts have. */
function stretches(a: string[], b: string[]): Stretch[] {
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...commonLines(a, b), [a.length, b.length] as const]) {
    if (x > i || y > j) found.push({ from: i, lost: a.slice(i, x), at: j, added: b.slice(j, y) });
    [i, j] = [x + 1, y + 1];
  }
  return found;
}

/** The places of a longest row of lines that both have, in order. */
function commonLines(a: string[], b: string[]): [number, number][] {
  if (a.length * b.length > MOST_CELLS) return a.flatMap((line, i) => (line === b[i] ? [[i, i]] : []));
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) common.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return common;
}
