/** Stands for each character taken out, so that every offset after it still counts right. */
const BLOCK = "█";

export type Span = { start: number; end: number };

/**
 * Where the words stand in a text, whatever their capitals, line breaks, kinds of quotation marks and dashes, and the
 * signs their letters are made of: what was written from a source differs from it in those, above all where the source
 * was read off a PDF. Offsets are UTF-16 units, end exclusive.
 */
export function placesOf(words: string, text: string): Span[] {
  return [...text.matchAll(patternOf(words))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Whether they stand in it at all. */
export function holds(text: string | null | undefined, words: Masked): boolean {
  return words !== null && (text ?? "").search(patternOf(words)) >= 0;
}

/** Words to black out wherever they stand; null where only certain places are. */
export type Masked = string | null;

/** The text with the words blacked out wherever they stand. As long as before, with its line breaks. */
export function mask(text: string, words: Masked): string {
  return words === null ? text : text.replace(patternOf(words), blackened);
}

/** The text with these places of it blacked out. */
export function maskAt(text: string, spans: Span[]): string {
  return spans.reduce(
    (left, { start, end }) => left.slice(0, start) + blackened(left.slice(start, end)) + left.slice(end),
    text,
  );
}

function blackened(words: string): string {
  return words.replace(/[^\n]/g, BLOCK);
}

/** The same for what may be absent. */
export function maskOr<T extends string | null>(text: T, words: Masked): T {
  return (text === null ? null : mask(text, words)) as T;
}

// The same words are looked for in every text of a source and of what was made from it.
let last: { words: string; pattern: RegExp } | undefined;

function patternOf(words: string): RegExp {
  if (last?.words !== words) {
    const forms = [...new Set([words, words.normalize("NFC")])];
    last = { words, pattern: new RegExp(forms.map(loosely).join("|"), "giu") };
  }
  return last.pattern;
}

/** Hyphens and joiners that are not seen: a file may have them between any two letters. */
const UNSEEN = "[\\u00AD\\u200B-\\u200D\\u2060]";
const UNSEEN_RUNS = new RegExp(`${UNSEEN}+`, "gu");
const LIKE = ["'‘’", '"“”„', "-‐‑‒–—−"];
const LIGATURES: Record<string, string> = {
  ...{ ff: "ﬀ", fi: "ﬁ", fl: "ﬂ", st: "ﬆ|ﬅ" },
  ...{ ffi: "ﬃ|ﬀi|fﬁ", ffl: "ﬄ|ﬀl|fﬂ" },
};

function loosely(words: string): string {
  const seen = words.replace(UNSEEN_RUNS, "") || words;
  const signs = seen.match(/\s+|ff[il]?|f[il]|st|\P{M}\p{M}*|\p{M}+/giu) ?? [];
  return signs.map(anyOf).join(`${UNSEEN}*`);
}

/** A sign, or letters that are often one, in every way to write it. */
function anyOf(sign: string): string {
  if (/^\s/.test(sign)) return "\\s+";
  const like = LIKE.find((alike) => alike.includes(sign));
  if (like) return `[${like}]`;
  const ligature = LIGATURES[sign.toLowerCase()];
  if (ligature) return `(?:${[...sign].join(`${UNSEEN}*`)}|${ligature})`;
  const forms = ["NFC", "NFD", "NFKC", "NFKD"].map((form) => sign.normalize(form));
  const literally = [...new Set([sign, ...forms])].map((form) =>
    form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
  );
  return literally.length > 1 ? `(?:${literally.join("|")})` : literally.join("");
}

/** Whether two spans share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
