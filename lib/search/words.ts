/** What is looked for: the words as PostgreSQL's tsquery, and those to mark in what was found. */
export type Wanted = { query: string; marked: MarkedWord[] };
/** A folded word; `begins` marks every word that begins with it. */
export type MarkedWord = { word: string; begins: boolean };

/** More than this nobody reads back, and each word costs. */
const MOST_CHARACTERS = 200;
const MOST_WORDS = 12;
/** One letter begins most of what there is. */
const SHORTEST_BEGINNING = 2;

const PIECE = /(-?)"([^"]*)"?|\S+/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Accents and other signs that stand on letters, as search_fold has them. */
const ACCENTS = new RegExp(
  `[${["\\u0300-\\u036f", "\\u0483-\\u0489", "\\u1ab0-\\u1aff", "\\u1dc0-\\u1dff", "\\u20d0-\\u20ff", "\\ufe00-\\ufe0f", "\\ufe20-\\ufe2f"].join("")}]`,
  "gu",
);

/**
 * Reads what somebody typed as search engines do: every word must be there, the last may be unfinished, "words in
 * quotes" stand side by side, -word must not be there, and “or” stands between alternatives. Everything else is a gap
 * between words, so that nothing typed can be an error. Null where nothing is left to look for.
 */
export function readWanted(typed: string): Wanted | null {
  const text = typed.slice(0, MOST_CHARACTERS).toWellFormed();
  const groups: Piece[][] = [[]];
  for (const piece of piecesOf(text)) {
    if (piece === "or") groups.push([]);
    else groups.at(-1)!.push(piece);
  }
  const asked = groups.filter((group) => group.some(({ without }) => !without));
  if (asked.length === 0) return null;
  return {
    query: asked.map((group) => `(${group.map(clauseOf).join(" & ")})`).join(" | "),
    marked: asked.flatMap((group) => group.filter(({ without }) => !without).flatMap(({ words }) => words)),
  };
}

/** A text as words are compared: without accents, in small letters. As the database's function search_fold does. */
export function fold(text: string): string {
  // Most words are, and folding a hundred thousand characters holds everybody up.
  if (!/\P{ASCII}/u.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
}

/** Every word of a text with its place, folded. */
export function* wordsIn(text: string): Generator<{ start: number; end: number; word: string }> {
  for (const match of text.matchAll(WORD)) {
    yield { start: match.index, end: match.index + match[0].length, word: fold(match[0]) };
  }
}

type Piece = { words: MarkedWord[]; without: boolean };

function piecesOf(text: string): (Piece | "or")[] {
  const matches = [...text.matchAll(PIECE)];
  const pieces: (Piece | "or")[] = [];
  let count = 0;
  for (const [n, match] of matches.entries()) {
    const quoted = match[2] !== undefined;
    const whole = match[0];
    if (!quoted && whole.toLowerCase() === "or" && n > 0 && n < matches.length - 1) {
      pieces.push("or");
      continue;
    }
    const unfinished = !quoted && n === matches.length - 1;
    const without = quoted ? match[1] === "-" : /^-[\p{L}\p{N}]/u.test(whole);
    const words = [...fold(quoted ? (match[2] ?? "") : whole).matchAll(WORD)].map(([word]) => word);
    const taken = words.slice(0, MOST_WORDS - count).map((word, i) => ({
      word,
      begins: unfinished && !without && i === words.length - 1 && word.length >= SHORTEST_BEGINNING,
    }));
    count += taken.length;
    // What is joined by signs, such as an address or a hyphened word, stands side by side too.
    if (taken.length > 0) pieces.push({ words: taken, without });
  }
  return pieces;
}

function clauseOf({ words, without }: Piece): string {
  const clause = words.map(lexemesOf).join(" <-> ");
  return without ? `!(${clause})` : `(${clause})`;
}

/** A word as it is entered. A database of the locale "C" knows small letters of the Latin alphabet alone. */
function lexemesOf({ word, begins }: MarkedWord): string {
  const suffix = begins ? ":*" : "";
  if (!/\P{ASCII}/u.test(word)) return `'${word}'${suffix}`;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const large = word.toUpperCase().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const forms = new Set([word, first.toUpperCase() + word.slice(first.length), large]);
  return `(${[...forms].map((form) => `'${form}'${suffix}`).join(" | ")})`;
}
