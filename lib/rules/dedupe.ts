import type { Found } from "#lib/rules/item";
import { contentWords } from "#lib/rules/wording";

/** Drops what says the same as something surer, or as surer said before it; the order of the source is kept. */
export function withoutDoubles(found: Found[]): Found[] {
  const kept: { item: Found; words: Set<string> }[] = [];
  const seen = new Set<string>();
  for (const item of found.toSorted((a, b) => b.weight - a.weight || a.start - b.start)) {
    const words = contentWords(item.text);
    const key = [item.kind, item.person, item.due, ...marksOf(item.text), ...[...words].sort()].join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    if (kept.some((k) => same(k, { item, words }))) continue;
    kept.push({ item, words });
  }
  return kept.map((k) => k.item).sort((a, b) => a.start - b.start || a.end - b.end);
}

type Weighed = { item: Found; words: Set<string> };

/**
 * One place gives one statement; two places give two, unless nearly all their words are the same and neither figures,
 * owners nor dates tell them apart.
 */
function same(a: Weighed, b: Weighed): boolean {
  if (a.item.beside !== b.item.beside && a.item.kind !== b.item.kind) return false;
  if (a.item.start < b.item.end && b.item.start < a.item.end) return true;
  if (differ(a.item.person, b.item.person) || differ(a.item.due, b.item.due)) return false;
  if (marksOf(a.item.text).join(" ") !== marksOf(b.item.text).join(" ")) return false;
  const both = [...a.words].filter((w) => b.words.has(w)).length;
  return (
    both >= 3 && both / Math.max(a.words.size, b.words.size) >= (a.item.kind === b.item.kind ? 0.8 : 0.95)
  );
}

function differ(a: string, b: string): boolean {
  return a !== "" && b !== "" && a.toLowerCase() !== b.toLowerCase();
}

/** What alone may tell two items apart: figures, and single capitals as in "customer B". */
function marksOf(text: string): string[] {
  return text.match(/\d[\d.,:/-]*|(?<=\S\s)(?!I\b)\p{Lu}(?![\p{L}'’])/gu) ?? [];
}

/** The surest `most` of what was found, in the order of the source. */
export function surest(found: Found[], most: number): Found[] {
  const best = found.toSorted((a, b) => b.weight - a.weight || a.start - b.start).slice(0, most);
  return best.sort((a, b) => a.start - b.start || a.end - b.end);
}
