import { type Found, pointFrom } from "#lib/rules/item";
import type { Page } from "#lib/rules/page";
import type { Tagged } from "#lib/rules/tag-of";
import { contentWords, plain, wordCount } from "#lib/rules/wording";

const FOR = /^\s*(?:\+1|aye|yes|seconded|agreed?)\b[^?]{0,60}$/iu;
const AGAINST = /^\s*(?:-1|nay|no|objection)\b/iu;
const CARRIED =
  /\b(?:motion (?:carried|passed|passes)|proposal (?:accepted|passed|passes|adopted)|unanimous|carried|approved by consensus|approved unanimously|all in favou?r|motion (?:approved|adopted)|no objections)\b/iu;

/**
 * Proposals that were agreed to before the next one was put: two people or more said +1 and nobody −1, or the notes
 * say that it carried, or put it down again as it was proposed. All others stay what they were.
 */
export function fromProposals(page: Page): Found[] {
  const found: Found[] = [];
  let put: Tagged | null = null;
  let votes = { for: new Set<string>(), against: 0, carried: false };
  const proposed = new Set<string>();
  const lengths = new Set<number>();
  const close = () => {
    const agreed = votes.carried || (votes.for.size >= 2 && votes.against === 0);
    const decision = put && agreed ? pointFrom("decision", page.text, put, votes.carried ? 4 : 3) : null;
    if (decision) found.push(decision);
    put = null;
  };
  for (const line of page.lines) {
    if (line.role !== "text") continue;
    const tagged = line.tag;
    if (tagged?.kind === "proposal" || tagged?.kind === "decision") {
      if (tagged.kind === "proposal") close();
      put = tagged.kind === "proposal" ? tagged : null;
      votes = { for: new Set(), against: 0, carried: CARRIED.test(line.text) };
      if (put) {
        proposed.add(wordsOf(page.text.slice(put.at, put.end)));
        for (const more of [-1, 0, 1]) lengths.add(put.end - put.at + more);
      }
    } else if (lengths.has(line.text.length) && restates(line.text, proposed)) {
      const { at, text } = line;
      const again = pointFrom("decision", page.text, { from: at, at, end: at + text.length }, 4);
      if (again) found.push(again);
      put = null;
    } else if (put) {
      if (FOR.test(line.text)) votes.for.add(line.writer ?? line.speaker ?? String(line.number));
      if (AGAINST.test(line.text)) votes.against++;
      if (CARRIED.test(line.text)) votes.carried = true;
    }
  }
  close();
  return found;
}

/** Fewer words may come again by chance. */
const SHORTEST = 5;

function restates(text: string, proposed: Set<string>): boolean {
  return wordCount(text) >= SHORTEST && proposed.has(wordsOf(text));
}

const wordsOf = (text: string) => [...contentWords(plain(text))].join(" ");
