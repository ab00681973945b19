/** The words of a line without its mark-up: a link gives its label, emphasis and code what they hold. */
export function plain(text: string): string {
  if (!MARKED.test(text)) return text.trim();
  return text
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\s]{0,600}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?\)/g, "$1")
    .replace(/<\/?(?:b|i|em|strong|del|s|u|br|p|li|span|a|code|sup|sub)(?:\s[^<>]{0,200})?\/?>/gi, "")
    .replace(MARKS, (_, code: string | undefined) => code ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What most texts have nothing of: marks, and white space that is no single space. */
const MARKED = /[*_`~[<]|[^\S ]| {2}/;

/** Emphasis, and code with what it holds, in which a mark is none. */
const MARKS =
  /`{1,2}([^`\n]{1,200})`{1,2}|\*{1,3}|`+|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu;

const WORD = /\S+/g;

/** How many words a text has, as a reader counts them. */
export function wordCount(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}

/** The words by which two statements are compared: lower case, without the small ones. */
export function contentWords(text: string): Set<string> {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(all.filter((w) => !SMALL.has(w)).map((w) => w.replace(/(?:ing|ed|es|s)$/, "")));
}

const SMALL = new Set(
  "a an and are as at be by for from has have i in is it its of on or our so that the their then they this to was we will with would you your".split(
    " ",
  ),
);

/** A text as a statement: plain, first letter large, no closing full stop, at most `most` words. */
export function statement(text: string, most = 40): string {
  const cut = shorten(plain(text).replace(/^[\s:;,.–—-]+|[\s:;,–—-]+$/gu, ""), most).replace(
    /(?<!\.)\.$/,
    "",
  );
  return AS_IT_IS.test(cut) ? cut : cut.slice(0, 1).toUpperCase() + cut.slice(1);
}

/** An address, or a name that is written small: "https://…", "iOS", "js-ipfs#312". */
const AS_IT_IS = /^(?:https?:|\p{Ll}+\p{Lu}|[\p{Ll}\p{N}.-]+[#/@_])/u;

/** Ends a long text after its last whole sentence that fits, or else after the last word that does. */
function shorten(text: string, most: number): string {
  if (wordCount(text) <= most) return text;
  const head = text.split(/\s+/).slice(0, most).join(" ");
  const stop = Math.max(head.lastIndexOf(". "), head.lastIndexOf("; "));
  return stop > head.length / 3 ? head.slice(0, stop) : `${head} …`.replace(/\s…$/, "…");
}

/** Where a stretch must end to hold at most `most` words; at a sentence's end where one fits. */
export function quoteEnd(source: string, start: number, end: number, most = 60): number {
  let count = 0;
  let stop = -1;
  let last = start;
  for (const word of source.slice(start, end).matchAll(/\S+/g)) {
    if (++count > most) return stop === -1 ? last : stop;
    last = start + word.index + word[0].length;
    if (/[.!?]$/.test(word[0]) && count > 5) stop = last;
  }
  return last;
}
