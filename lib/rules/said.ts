import { unhedged } from "#lib/rules/hedges";
import type { Page } from "#lib/rules/page";
import { leadingNames, type People } from "#lib/rules/people";
import { LONGEST_SENTENCE, type Sentence } from "#lib/rules/sentences";
import { plain, statement, wordCount } from "#lib/rules/wording";

/** The words of a sentence without their mark-up. */
export function wordsOf(page: Page, sentence: Sentence): string {
  const known = READ.get(sentence);
  if (known !== undefined) return known;
  const { start, end } = sentence;
  const words = plain(page.text.slice(start, Math.min(end, start + LONGEST_SENTENCE)));
  READ.set(sentence, words);
  return words;
}

/** A sentence is asked for its words as what comes before and after others, too. */
const READ = new WeakMap<Sentence, string>();

/** So many lines above a line stands what it may point at; a blank line parts turns, but no paragraphs. */
export const near = ({ speaker, line }: Sentence) => (speaker && !line.bullet ? 2 : 1);

/** The sentence before, in the same line or right above; what is no more than "Wow." aside. */
export function saidBefore(page: Page, sentences: Sentence[], at: number): string {
  const { line } = sentences[at]!;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const before = sentences[i]!;
    const far = line.number - before.line.number > near(sentences[at]!) * (at - i);
    if (far || line.topic !== before.line.topic) return "";
    const words = wordsOf(page, before);
    if (wordCount(words) > 3) return statement(unhedged(words).replace(/\?$/, ""), 20);
  }
  return "";
}

/** "Bo told them. He is going to call": who that is, the sentence before says. */
const HE =
  /^(?:He|She)(?=['’]ll\s|\s+(?:will|is\s+going\s+to|agreed|offered|volunteered|promised|hopes|wants|plans|to)\s)/u;

/** A sentence with the name of whom "he" or "she" at its head means. */
export function withName(page: Page, said: string, before: Sentence, people: People): string {
  if (!HE.test(said)) return said;
  const head = leadingNames(wordsOf(page, before), people);
  return head?.known && head.names.length === 1 ? said.replace(HE, () => head.names[0]!) : said;
}
