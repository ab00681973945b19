import { foldWords } from "#lib/grounding/fold";
import type { Trace } from "#lib/grounding/statement";

const MAX_WORDS = 40;
const MAX_LENGTH = 300;

/** A writer's words on one line, without control, bidi and zero-width characters, at most 40 words and 300 units. */
export function tidyStatement(text: string): string {
  const line = tidyLine(text.slice(0, 4000)).replace(/^(?:[-*•]\s+)+/, "");
  const words = line.split(" ");
  let tidy = words.slice(0, MAX_WORDS).join(" ");
  if (tidy.length >= MAX_LENGTH) {
    const cut = tidy.slice(0, MAX_LENGTH - 1);
    tidy = (cut.lastIndexOf(" ") > 0 ? cut.slice(0, cut.lastIndexOf(" ")) : cut).toWellFormed();
  }
  return tidy.length < line.length ? `${tidy.replace(/[,;:\s–-]+$/, "")}…` : line;
}

/** White space collapsed; control, bidi and other invisible characters taken out. Emoji keep what joins them. */
export function tidyLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\u200D\uFE0F])\p{Default_Ignorable_Code_Point}|[^\P{Cc}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const EMPTY = new Set(
  "a an and are as at be been but by can could do does for from had has have he her his i if in into is it its just let more my of on or our she should so some than that the their them then there they this to up us was we were what when which who will with would you your".split(
    " ",
  ),
);

/** Whether a statement says what its sentence says: "stated" where most of its content words stand there. */
export function traceOf(statement: string, sentence: string): Trace {
  const there = new Set(contentWords(sentence));
  const words = contentWords(statement);
  const found = words.filter((word) => there.has(word)).length;
  return found * 2 >= words.length ? "stated" : "inferred";
}

/** Whether hardly a word of content of a statement stands in a text, in any of its forms. */
export function isUnsaid(statement: string, text: string): boolean {
  const there = new Set(contentWords(text).map(beginning));
  const words = contentWords(statement).map(beginning);
  const found = words.filter((word) => there.has(word)).length;
  return found * 5 < words.length;
}

/** Whether a text says most of what a statement says, in any form of its words. */
export function isSaid(statement: string, text: string): boolean {
  const there = new Set(contentWords(text).map(beginning));
  const words = contentWords(statement).map(beginning);
  const found = words.filter((word) => there.has(word)).length;
  return words.length > 0 && found * 5 >= words.length * 3;
}

/** What the forms of a word have in common in languages that inflect: "presents", "presentation". */
function beginning(word: string): string {
  return word.slice(0, 5);
}

function contentWords(text: string): string[] {
  const words = foldWords(text).normalize("NFC").replace(UNSPACED, inPairs).split(" ");
  return words
    .filter((word) => word && !EMPTY.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3})(?:ing|ed|es|s|d|e)$/u, ""));
}

/** Scripts that put no space between words, or let particles grow onto them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** Their characters two by two, which is how their words can be compared. */
function inPairs(run: string): string {
  const characters = [...run];
  const pairs = characters.slice(1).map((character, n) => `${characters[n]}${character}`);
  return ` ${(pairs.length > 0 ? pairs : characters).join(" ")} `;
}
