import { type Found, pointFrom } from "#lib/rules/item";
import type { Page } from "#lib/rules/page";
import type { Tagged } from "#lib/rules/tag-of";

const FOR = /^\s*(?:\+1|aye|yes|seconded|agreed?)\b[^?]{0,60}$/iu;
const AGAINST = /^\s*(?:-1|nay|no|objection)\b/iu;
const CARRIED =
  /\b(?:motion (?:carried|passed|passes)|proposal (?:accepted|passed|passes|adopted)|unanimous|carried|approved by consensus|approved unanimously|all in favou?r|motion (?:approved|adopted)|no objections)\b/iu;

/**
 * Proposals that were agreed to before the next one was put: two people or more said +1 and nobody −1, or the notes
 * say that it carried. All others stay what they were.
 */
export function fromProposals(page: Page): Found[] {
  const found: Found[] = [];
  let put: Tagged | null = null;
  let votes = { for: new Set<string>(), against: 0, carried: false };
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
    } else if (put) {
      if (FOR.test(line.text)) votes.for.add(line.writer ?? line.speaker ?? String(line.number));
      if (AGAINST.test(line.text)) votes.against++;
      if (CARRIED.test(line.text)) votes.carried = true;
    }
  }
  close();
  return found;
}
