/**
 * A text with what people and models write differently made alike: case, curly quotes, dashes, white space,
 * zero-width characters, compatibility forms, emphasis marks. Unit `i` of `folded` stands for
 * `text.slice(starts[i], ends[i])`.
 */
export type FoldedText = { text: string; folded: string; starts: number[]; ends: number[] };

/** Folds a text, keeping the way back to its offsets (UTF-16 units). Linear; fold a source once, not per quote. */
export function foldText(text: string): FoldedText {
  const out: Folding = { parts: [], starts: [], ends: [] };
  let i = 0;
  while (i < text.length) i = foldNext(text, i, out);
  return { text, folded: out.parts.join(""), starts: out.starts, ends: out.ends };
}

/** What `foldText` makes of a text, without the way back to its offsets. */
export function foldedOf(text: string): string {
  if (!PLAIN.test(text)) return foldText(text).folded;
  return text.toLowerCase().replace(/[*`]/g, "").replace(/\s+/g, " ").replace(/--+/g, "-");
}

// ASCII alone, which folds by a few rules.
const PLAIN = /^[\t\n\r -~]*$/;

/** The words of a text alone: letters and digits, lower-cased, without diacritics, one space between. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Folding = { parts: string[]; starts: number[]; ends: number[] };

// A character with its marks; marks beyond the sixteenth are folded by themselves.
const CLUSTER = /[^\p{M}]\p{M}{0,16}/uy;
const SPACE = /\s/;
// Zero-width characters, bidi controls, variation selectors and tags; the marks of Markdown emphasis and code.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}*`]/gu;

// ASCII, which most of a text is, by table: lower-cased, "" for what is taken out.
const ASCII = Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return SPACE.test(char) ? " " : char === "*" || char === "`" ? "" : char;
});

function foldNext(text: string, i: number, out: Folding): number {
  const code = text.charCodeAt(i);
  if (code < 0x80 && !(text.charCodeAt(i + 1) >= 0x80)) {
    const unit = ASCII[code]!;
    if (unit) put(out, unit, i, i + 1);
    return i + 1;
  }
  CLUSTER.lastIndex = i;
  const cluster = CLUSTER.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(i)!);
  const end = i + cluster.length;
  for (const char of cluster.replace(INVISIBLE, "").normalize("NFKC")) put(out, foldChar(char), i, end);
  return end;
}

function foldChar(char: string): string {
  if (/[‘’‚‛′ʼ´]/.test(char)) return "'";
  if (/[“”„‟″«»]/.test(char)) return '"';
  if (/[\u2010-\u2015\u2212\u2E3A\u2E3B]/.test(char)) return "-";
  if (SPACE.test(char)) return " ";
  return char === "ς" ? "σ" : char.toLowerCase();
}

function put(out: Folding, part: string, start: number, end: number) {
  // A run of white space is one space; "--" and "---" are how a keyboard writes a dash.
  if ((part === " " || part === "-") && out.parts[out.parts.length - 1] === part) {
    out.ends[out.ends.length - 1] = end;
    return;
  }
  out.parts.push(part);
  for (let n = 0; n < part.length; n++) {
    out.starts.push(start);
    out.ends.push(end);
  }
}
