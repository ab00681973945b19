import type { Commitment, Said } from "#lib/rules/commitments";
import { ownerAtEnd } from "#lib/rules/owner";
import { leadingNames } from "#lib/rules/people";
import { opensWithPolicy } from "#lib/rules/policy";
import { baseOfIng, isTalk, isVerb } from "#lib/rules/verbs";
import { wordCount } from "#lib/rules/wording";

/** What somebody makes or sends, as a part of a pattern. */
const MADE =
  "(?:PR|MR|pull\\s+request|patch|issue|ticket|bug(?:\\s+report)?|RFC|e-?mail|mail|letter|blog\\s*post|post|announcement|survey|poll|doodle|script|docs?|page|spreadsheet|invite|invitation|quote|reminder|write-?up|meeting|call)";
/** "PR to add the flag", "Follow-up with Kim on the budget", "Draft to follow": an order without its verb. */
const NOUN = new RegExp(
  `^(?:an?\\s+|the\\s+|new\\s+|separate\\s+|short\\s+){0,2}${MADE}\\s+to\\s+(\\p{Ll}[\\p{L}-]*)\\b|^follow[- ]?ups?\\s+(?:with|on|to|by)\\s+\\S|^[^,;:.]{3,60}\\s+to\\s+(?:follow|come)[.!]?$`,
  "iu",
);
const FINITE =
  /\b(?:is|are|was|were|has|have|had|did|does|went|got|seems?|looks?|exists?|will|would|can|could)\b/iu;

/** "More investigation needed", "Two reviewers required". */
const NEEDED =
  /^(?:(?!(?:no|not|nothing)\b)[\p{L}\d][\p{L}\d'’/-]*\s+){1,9}(?:(?:is|are)\s+)?(?:still\s+)?(?:needed|required|outstanding)(?:\s+(?:for|from|by|on|before)\b.{0,60})?[.!]?$/iu;

const LACKS = /need|requir|outstand/i;

const WAITING =
  /^(?:block(?:ed|ers?)\s*[:–-]\s*)?(?:(?:still|we['’]?re|we\s+are)\s+)*(?:waiting|blocked)\s+(?:on|for)\s+/iu;

/** Catchwords of a list that leave out who is to do what, or the verb, but not that something is to be done. */
export function catchword({ sentence, noted, people, speaker }: Said): Commitment | null {
  const waiting = WAITING.exec(sentence);
  if (waiting) {
    const head = leadingNames(sentence.slice(waiting[0].length), people);
    return head?.known ? { person: head.names[0]!, text: sentence, weight: 1.8 } : null;
  }
  if (LACKS.test(sentence) && NEEDED.test(sentence) && wordCount(sentence) >= 3)
    return { person: "", text: sentence, weight: 1.5 };
  if (!noted || wordCount(sentence) < 3) return null;
  const noun = FINITE.test(sentence) ? null : NOUN.exec(sentence);
  if (noun && (noun[1] === undefined || isVerb(noun[1])))
    return { person: speaker, text: sentence, weight: 1.5 };
  return underWay({ sentence, noted, people, speaker });
}

/** "Updating the docs (Kim)", "[Lee] reaching out to the lawyers": what somebody is at. */
function underWay({ sentence, people, speaker }: Said): Commitment | null {
  const word = /^\p{L}{3,}ing(?=\s)/u.exec(sentence)?.[0];
  const base = word && baseOfIng(word);
  if (!word || !base || isTalk(base) || FINITE.test(sentence)) return null;
  const owner = ownerAtEnd(sentence, people);
  const rest = (owner?.known ? owner.rest : sentence).slice(word.length);
  if (owner?.known) return { person: owner.names[0]!, text: base + rest, weight: 1.7 };
  return speaker && !opensWithPolicy(sentence) ? { person: speaker, text: base + rest, weight: 1.3 } : null;
}
