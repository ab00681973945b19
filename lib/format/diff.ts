export type Change = { kind: "same" | "removed" | "added"; text: string };

/** Above this many cells the middle is shown as replaced whole: a table that large takes longer than a reader waits. */
const MOST_CELLS = 4_000_000;

// A word keeps the signs before it ("$1,900"); what follows its last letter or digit stands alone.
const TOKEN = /\s+|[^\s\p{L}\p{N}]*[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?|[^\s\p{L}\p{N}]+/gu;

/** The difference of two texts by words. What is kept and removed spells `before`, what is kept and added spells `after`. */
export function diffWords(before: string, after: string): Change[] {
  const a = before.match(TOKEN) ?? [];
  const b = after.match(TOKEN) ?? [];
  const start = countSame(a, b, (list, i) => list[i]);
  const restA = a.slice(start);
  const restB = b.slice(start);
  const end = countSame(restA, restB, (list, i) => list[list.length - 1 - i]);
  return merged([
    ...a.slice(0, start).map(same),
    ...middle(restA.slice(0, restA.length - end), restB.slice(0, restB.length - end)),
    ...restA.slice(restA.length - end).map(same),
  ]);
}

/** Whether two texts differ in more than the white space between words. */
export function differ(before: string, after: string): boolean {
  return diffWords(before, after).some((change) => change.kind !== "same" && change.text.trim() !== "");
}

const same = (text: string): Change => ({ kind: "same", text });
const removed = (text: string): Change => ({ kind: "removed", text });
const added = (text: string): Change => ({ kind: "added", text });

function countSame(a: string[], b: string[], at: (list: string[], i: number) => string | undefined): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && at(a, count) === at(b, count)) count += 1;
  return count;
}

function middle(a: string[], b: string[]): Change[] {
  if (a.length * b.length > MOST_CELLS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const lengths = commonLengths(a, b, width);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push(same(a[i]!));
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) changes.push(removed(a[i++]!));
    else changes.push(added(b[j++]!));
  }
  return [...changes, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}

/** Length of the longest common run of words from each pair of positions to the ends. */
function commonLengths(a: string[], b: string[], width: number): Uint16Array {
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}

/** Joins neighbours, and takes a lone space between two changes into both, so that a phrase reads as one replacement. */
function merged(changes: Change[]): Change[] {
  const joined: Change[] = [];
  let gone = "";
  let come = "";
  const flush = () => {
    if (gone) joined.push(removed(gone));
    if (come) joined.push(added(come));
    gone = come = "";
  };
  changes.forEach((change, i) => {
    const bridges = change.kind === "same" && !change.text.trim() && isBetween(changes, i);
    if (change.kind === "removed" || bridges) gone += change.text;
    if (change.kind === "added" || bridges) come += change.text;
    if (change.kind !== "same" || bridges) return;
    flush();
    const last = joined.at(-1);
    if (last?.kind === "same") last.text += change.text;
    else joined.push({ ...change });
  });
  flush();
  return joined;
}

function isBetween(changes: Change[], i: number): boolean {
  const around = [changes[i - 1], changes[i + 1]];
  return around.every((change) => change !== undefined && change.kind !== "same");
}
