import { dueIn, type Found, pointFrom, type Stretch } from "#lib/rules/item";

const DEFERRED =
  /\b(?:deferr?(?:ed|ing)?|postpon(?:ed|e|ing)|tabled?|park(?:ed)?|revisit(?:ed)?|punt(?:ed)?|carried\s+over|come\s+back\s+to|pick\s+(?:this|it)\s+up|continued?|follow(?:ed)?[- ]up|push(?:ed)?|put\s+off|held?\s+off|hold\s+off|shelved?|bump(?:ed)?)\b.{0,60}\b(?:next|until|till|later|future|another|offline|week|month|meeting|call|session)\b|\bno\s+(?:decision|agreement|consensus)\b|\b(?:un|not\s+yet\s+)decided\b|\b(?:need|needs|have|has)\s+to\s+(?:be\s+)?decide[d]?\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred)\b/iu;
const UNTIL =
  /\b(?:until|till|to|for|at|in)\s+((?:after\s+)?(?:the\s+|our\s+|a\s+|an\s+)?(?:next|following|later|another|future|coming)\b[^,.;:()?!]{0,40}|after\s+[^,.;:()?!]{3,40}|(?:the\s+)?(?:first|second|last|beginning|end|middle|start)\b[^,.;:()?!]{3,40})/iu;

/** Whether a sentence puts a decision off. */
export function isDeferral(sentence: string): boolean {
  return sentence.length < 300 && !/\?\s*$/.test(sentence) && DEFERRED.test(sentence);
}

/** What a sentence puts off, with its own words for until when. */
export function deferralIn(source: string, stretch: Stretch, said: string): Found | null {
  if (!isDeferral(said)) return null;
  const found = pointFrom("deferred", source, stretch, 2);
  if (!found) return null;
  const quote = source.slice(found.start, found.end);
  const until = UNTIL.exec(quote)?.[1]?.replace(/[\s*_`]+$/, "") ?? "";
  return { ...found, due: until || dueIn(quote) };
}
