import { dueIn, type Found, pointFrom, type Stretch } from "#lib/rules/item";

const LATER =
  "(?:next|until|till|later|future|another|offline|after|week|month|quarter|meeting|call|session|sprint|milestone|backlog|Q[1-4])";
const DEFERRED = [
  new RegExp(
    `\\b(?:deferr?(?:ed|ing)?|postpon(?:ed|e|ing)|tabled?|park(?:ed)?|revisit(?:ed)?|punt(?:ed)?|carr(?:y|ied)\\s+(?:it\\s+|this\\s+)?over|c(?:o|a)me\\s+back\\s+to|(?:pick|take)\\s+(?:this|it|that)\\s+(?:back\\s+)?up|continued?|(?:push|pushed)(?!\\s+(?:to|it\\s+to)\\s+(?:main|master|prod))|put\\s+off|h[eo]ld\\s+(?:this\\s+|it\\s+)?off|shelved?|bump(?:ed)?|wait(?:\\s+\\p{L}+){0,3}?(?=\\s+(?:until|till)))\\b.{0,60}\\b${LATER}\\b`,
    "iu",
  ),
  /\bfollow(?:ed)?[- ]up\b.{0,40}\b(?:next\s+(?:time|week|meeting|call)|later|offline|another\s+time)\b/iu,
  /\b(?:discussed|continued|revisited|addressed|taken\s+up|covered|decided|reviewed)\s+(?:further\s+|again\s+)?(?:(?:at|in|on|during)\s+)?(?:the\s+|our\s+|a\s+)?(?:next|later|following|future|another|subsequent|upcoming)\b/iu,
  /\b(?:take|taking|took|taken|move|moving|moved|continue|discuss)\s+(?:(?:this|that|it|the\s+(?:rest|discussion|conversation))\s+)?(?:offline|to\s+(?:the\s+)?(?:mailing\s+list|list|issue|thread|slack|github))\b/iu,
  /\b(?:was|is|were|are|been|be|vote|item|motion|discussion|topic|decision)\s+(?:tabled|deferred|postponed|shelved|parked|(?:put\s+)?on\s+hold)\b|^(?:tabled|deferred|postponed|shelved|parked|(?:put\s+)?on\s+hold)\b/iu,
  /\b(?:ran|run|running|we['’]re|are)\s+out\s+of\s+time\b|\b(?:did\s+not|didn['’]t)\s+(?:get|come)\s+to\b|\b(?:skipped|not\s+(?:discussed|covered|reached))\b.{0,30}\b(?:time|today|this\s+(?:week|time))\b|\bleft\s+open\s+(?:until|till|for)\b/iu,
  /\bno\s+(?:decision|agreement|consensus)\b|\b(?:un|not\s+yet\s+)decided\b|\b(?:need|needs|have|has)\s+to\s+(?:be\s+)?decide[d]?\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred)\b/iu,
];
const UNTIL =
  /\b(?:until|till)\s+([^,.;:()?!]{3,50})|\b(?:to|for|at|in)\s+((?:after\s+)?(?:the\s+|our\s+|a\s+|an\s+)?(?:next|following|later|another|future|coming)\b[^,.;:()?!]{0,40}|after\s+[^,.;:()?!]{3,40}|(?:the\s+)?(?:first|second|last|beginning|end|middle|start)\b[^,.;:()?!]{3,40})|\b(next\s+(?:week|time|meeting|call|session|month|quarter|sprint))\b|\b(?:in|to|for)\s+(Q[1-4](?:\s+\d{4})?)\b/iu;

/** Each of those ways has one of these words: most sentences need no closer look. */
const WORD =
  /defer|postpon|tabl|park|revisit|punt|carr|c[ao]me\s+back|pick|t[ao]k|continu|discuss|push|put|h[eo]ld|shel|bump|wait|follow|address|cover|deci|review|mov|time|get\s+to|come\s+to|skip|reach|open|agreement|consensus/i;

/** Whether a sentence puts a decision off. */
export function isDeferral(sentence: string): boolean {
  return (
    sentence.length < 300 &&
    !/\?\s*$/.test(sentence) &&
    WORD.test(sentence) &&
    DEFERRED.some((way) => way.test(sentence))
  );
}

/** What a sentence puts off, with its own words for until when. */
export function deferralIn(source: string, stretch: Stretch, said: string): Found | null {
  if (!isDeferral(said)) return null;
  const found = pointFrom("deferred", source, stretch, 2);
  if (!found) return null;
  const quote = source.slice(found.start, found.end);
  const until =
    UNTIL.exec(quote)
      ?.slice(1)
      .find(Boolean)
      ?.replace(/[\s*_`]+$/, "") ?? "";
  return { ...found, due: until || dueIn(quote) };
}
