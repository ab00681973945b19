import type { Commitment, Said } from "#lib/rules/commitments";
import { leadingNames } from "#lib/rules/people";
import { leadingRole } from "#lib/rules/roles";
import { isTalk, isVerb } from "#lib/rules/verbs";

const GOOD =
  "(?:good|great|nice|useful|helpful|ideal|best|better|valuable|worth(?:while)?|beneficial|important|wise|preferable|interesting|prudent|sensible|reasonable|cool|awesome|lovely)";
/** Wishes and pleas: to be done, if anybody takes them up. */
const WISHES: [RegExp, number][] = [
  [
    new RegExp(
      `\\b(?:would|could|might|may|will|['’]d)\\s+(?:also\\s+|probably\\s+|really\\s+)?be\\s+(?:(?:a|an|very|really|super|most|quite)\\s+)?${GOOD}\\b(?:\\s+(?:idea|thing|time|place|start))?\\s+(?:to|if|for|that|having|getting)\\b`,
      "iu",
    ),
    1.6,
  ],
  [
    new RegExp(`^(?:(?:it\\s+is|it['’]s|be)\\s+)?${GOOD}\\s+(?:idea\\s+)?(?:to|if\\s+we|having)\\b`, "iu"),
    1.3,
  ],
  [
    /\b(?:is|are|would\s+be)\s+(?:(?:very|much|greatly|always|also|still)\s+){0,2}(?:appreciated|welcomed?|encouraged|requested|wanted|(?:invited|urged|asked|expected|required)\s+to)\b/iu,
    1.5,
  ],
  [
    /\b(?:we|I)(?:['’]?d|\s+would|\s+do|\s+really|\s+also)?\s+(?:really\s+|still\s+|also\s+)?(?:like|love|need|want|require)\s+(?:(?:to\s+(?:have|get|see|find))\s+)?(?:a|an|at|some|more|someone|somebody|people|volunteers?|feedback|help|input|reviews?|reviewers|everyone|everybody|you|folks|each|every|all|another|\d+)\b/iu,
    1.5,
  ],
  [
    /\blook(?:ing)?\s+for\s+(?:a|an|some|someone|volunteers?|people|feedback|help|input|reviews?|reviewers|more)\b/iu,
    1.5,
  ],
  [
    /\b(?:needs?|requires?|awaits?|still\s+need)\s+(?!to\s+(?!be\b))(?:(?:a|an|the|some|more|another|to\s+be|further|final|your)\s+){0,2}(?:\p{L}+\s+)?(?:review|reviews|update|updates|updating|work|testing|tests?|feedback|input|fix|fixing|changes?|discussion|attention|help|decision|owner|volunteers?|measurements?|approval|sign-?off|reviewing|documentation|clarification|investigation|follow-?up|rough\s+draft|draft)\b/iu,
    1.6,
  ],
  [
    /\bneeds?\s+(?:an?\s+)?(?:\p{L}+\s+)?(?:reviewers?|volunteers?|owners?|champions?|maintainers?)\b|^\p{L}+\s+(?:is\s+|are\s+)?needed\b|\b(?:is|['’]s)\s+a\s+need\s+(?:for|to)\b/iu,
    1.5,
  ],
  [/\b(?:please|pls|plz|feel\s+free\s+to|be\s+sure\s+to|make\s+sure\s+(?:to|you|we|that))\s+\p{L}/iu, 1.6],
  [
    /\b(?:the|our|my)\s+(?:next|first|remaining|immediate)\s+(?:steps?|priorit(?:y|ies)|thing)\s+(?:is|are|will\s+be|would\s+be)\b/iu,
    1.8,
  ],
  [
    /\b(?:what['’]?s|what\s+is|still|all\s+that['’]s)\s+left\b|\bleft\s+to\s+do\b|\bstill\s+(?:outstanding|missing|to\s+do|pending)\b/iu,
    1.3,
  ],
];

/** "It would be good to …", "Any input is appreciated", "Two pulls need review". */
export function wished({ sentence }: Said): Commitment | null {
  for (const [pattern, weight] of WISHES)
    if (pattern.test(sentence)) return { person: "", text: sentence, weight };
  return null;
}

const ASKED =
  /\b(?:asked|asks|told|tells|requested|requests|reminded|reminds|invited|invites|encouraged|encourages|urged|urges|nominated|tasked|directed|instructed|authori[sz]ed|assigned|charged|want(?:s|ed)|would\s+like|need(?:s|ed)?|'d\s+like|expects?)\s+(?=[@\p{Lu}]|the\s|staff\s)/u;
const SUGGESTED =
  /\b(?:suggest(?:s|ed|ing)?|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|advis(?:e|es|ed)|advocat(?:e|es|ed)|vot(?:e|es|ed)\s+(?:for|to)|in\s+favou?r\s+of|request(?:s|ed)?\s+(?:that|for)|calls?\s+for|insist(?:s|ed)?)\s+(?:(?:that|we|to|for)\s+){0,2}(?=\p{L})/iu;

const ADVISED_AGAINST =
  /\b(?:not|never|n['’]t)\s+(?:\p{L}+\s+)?(?:be\s+)?(?:recommend|suggest|propos|advis|advocat)/iu;

/** What somebody reports was asked of another: "Hugo asked Dana to renew it", "Dana suggested moving it to May". */
export function reported({ sentence, people }: Said): Commitment | null {
  const asked = ASKED.exec(sentence);
  if (asked) {
    const whom = sentence.slice(asked.index + asked[0].length);
    const head = leadingNames(whom, people) ?? leadingRole(whom);
    const verb = head && /^\s+to\s+(\p{Ll}[\p{L}-]*)/u.exec(head.rest);
    if (head && verb && isVerb(verb[1]!) && !isTalk(verb[1]!))
      return { person: head.names[0]!, text: head.rest.replace(/^\s+to\s+/, ""), weight: 2.8 };
  }
  const suggested = SUGGESTED.exec(sentence);
  return suggested && !ADVISED_AGAINST.test(sentence) ? { person: "", text: sentence, weight: 1.3 } : null;
}

/** "The contract should go through an audit", "Other teams also have to measure it": what is asked of things and groups. */
export function obliged({ sentence }: Said): Commitment | null {
  const found = OBLIGED.exec(sentence);
  const verb = found?.[1];
  if (!verb || (isTalk(verb) && verb !== "go") || sentence.length > 260) return null;
  const done = /\sbe\s+\S+$/.test(found[0]);
  return { person: "", text: sentence, weight: isVerb(verb) ? 1.5 : done ? 1.3 : 1.1 };
}

const OBLIGED =
  /^(?!(?:[Ii]f|[Ww]hen|[Tt]his|[Tt]hat|[Ii]t|[Yy]ou|I|[Ww]hat|[Hh]ow|[Ww]hy|[Ss]omebody|[Nn]obody|[Nn]o one|[Nn]othing|[Pp]eople|[Uu]sers)\b).{3,90}?\s(?:should|must|need(?:s)?\s+to|has\s+to|have\s+to|ought\s+to|(?:is|are)\s+(?:supposed|expected|planned|planning|due)\s+to)\s+(?:also\s+|probably\s+|still\s+|all\s+|only\s+)?(?:be\s+)?(?!be\b|not\b|never\b|have\b|been\b|fine\b|good\b|ok\b|okay\b|able\b|possible\b|easy\b|hard\b|great\b|a\b|an\b|the\b|no\b|in\b|on\b|at\b)(\p{Ll}[\p{L}-]*)/u;
