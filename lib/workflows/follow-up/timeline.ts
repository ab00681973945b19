import { foldWords } from "#lib/grounding/fold";
import { readsLikeInstruction } from "#lib/grounding/instruction";
import { splitSentences } from "#lib/grounding/sentences";
import { indexSource } from "#lib/grounding/source-index";
import type { SourceText } from "#lib/grounding/statement";
import { isSaid } from "#lib/grounding/statement-text";
import { findUnsourced, readSaid } from "#lib/grounding/unsourced";
import { parseLines } from "#lib/parsers/turns";
import { plain, wordCount } from "#lib/rules/wording";
import type { LeadBrief } from "#lib/workflows/define";

/** A sentence of the timeline that a mail can rest on. `theirs` where the lead said it themselves. */
export type Heard = { text: string; quote: string; heldOn: string; theirs: boolean; question: boolean };

const FEWEST = 4;
const MOST = 28;
const LOOKED_AT = 400;

/** What notes hold for the rep alone: money, rank, judgement, rivals. A template repeats none of it. */
const CONFIDENTIAL =
  /\b(?:budget|director|boss|ceo|cfo|margin|discount|competitors?|rivals?|sign(?:s|ed)?[ -]off|decision[- ]maker|approval|approves|cheap(?:er)?|expensive|afford|haggl\w+|negotiat\w+|difficult|annoy\w*|rude|angry|upset|sceptical|skeptical|desperate|our side|internal(?:ly)?|between us|don['’]t tell|do not tell|off the record|confidential)\b/iu;
const GREETING =
  /^(?:hi|hello|hey|dear|thanks|thank you|cheers|regards|best|kind regards|best regards|sincerely|sent from|from|to|cc|bcc|subject|date|reply-to|on .{5,80} wrote)\b/iu;
const OWN_MAIL = /^(?:from|von|de)\s*:/imu;
/** What was wanted, lost, asked or planned: worth picking up. */
const TELLS =
  /\b(?:need(?:s|ed)?|want(?:s|ed)?|look(?:s|ing)? for|interested|lose|losing|lost|problem|issue|trouble|struggl\w+|slow|manual(?:ly)?|paper|again|has to|have to|must|before|start|pilot|trial|demo|plan(?:s|ning|ned)?|ask(?:s|ed)?|would like|prefer\w*|currently|use(?:s|d)?|works?|supports?|now|new|added|released|available|agreed|next)\b/iu;

/**
 * The sentences of a lead's timeline that can be picked up, the newest source first, in the order of each. What would
 * mean another day by now ("tomorrow") can't.
 */
export function hearTimeline(sources: SourceText[], lead: LeadBrief): Heard[] {
  const newest = [...sources].sort((a, b) => b.heldOn.localeCompare(a.heldOn));
  const said = readSaid(sources.map(indexSource));
  return newest
    .flatMap((source) => hear(source, lead))
    .slice(0, LOOKED_AT)
    .filter(({ text }) => findUnsourced(text, said, lead.today).length === 0);
}

/** Those of it that the lead was not told before. */
export function unsent(heard: Heard[], said: string[]): Heard[] {
  return heard.filter(
    ({ quote }) => !said.some((sentence) => isSaid(quote, sentence) || isSaid(sentence, quote)),
  );
}

/** "Marta: we lose …" */
const NAMED = /^(\p{Lu}[\p{L}'’.-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2}):\s+/u;
const QUOTES = /^["“”'‘’]+|["“”'‘’]+$/g;

function hear(source: SourceText, lead: LeadBrief): Heard[] {
  const lines = parseLines(source.text);
  const byThem = isTheirMail(source, lead);
  return splitSentences(source.text, lines).flatMap(({ start, end }) => {
    const line = lines.findLast((one) => one.start <= start);
    const raw = source.text.slice(start, end);
    const quoted = /^\s*>/.test(raw) || /^\s*>/.test(source.text.slice(line?.start ?? start, start + 1));
    const [head, name] = NAMED.exec(plain(raw)) ?? ["", undefined];
    const speaker = name ?? line?.speaker ?? null;
    const said = plain(raw).slice(head.length).replace(QUOTES, "");
    const theirs = speaker ? isLead(speaker, lead) : byThem;
    if (quoted || !isUsable(said, theirs)) return [];
    return [{ text: said, quote: raw, heldOn: source.heldOn, theirs, question: /\?\s*["”’)]*$/.test(said) }];
  });
}

/** Whether what the company noted for itself may be said to the lead. */
export function mayBeTold(noted: string): boolean {
  return !CONFIDENTIAL.test(noted) && !readsLikeInstruction(noted) && !/https?:|www\.|@/.test(noted);
}

function isUsable(said: string, theirs: boolean): boolean {
  const words = wordCount(said);
  if (words < FEWEST || words > MOST || GREETING.test(said) || readsLikeInstruction(said)) return false;
  if (/https?:|www\.|@/.test(said) || /\b(?:password|iban|account number)\b/i.test(said)) return false;
  if (/\?\s*$/.test(said)) return theirs;
  return TELLS.test(said) && (theirs || !CONFIDENTIAL.test(said));
}

/** A mail that came from the lead: its head says so, or the lead alone is named as having been there. */
function isTheirMail({ text, attendees }: SourceText, lead: LeadBrief): boolean {
  const from = OWN_MAIL.test(text) ? (text.split("\n").find((line) => OWN_MAIL.test(line)) ?? "") : "";
  if (from) return isLead(from, lead);
  return attendees.length === 1 && isLead(attendees[0]!, lead);
}

function isLead(name: string, lead: LeadBrief): boolean {
  const words = ` ${foldWords(name)} `;
  const first = foldWords(lead.firstName ?? lead.name.split(" ")[0] ?? "");
  return (first !== "" && words.includes(` ${first} `)) || words.includes(` ${foldWords(lead.name)} `);
}
