/** How surely (1 to 4) a sentence says that something is open; 0 where it does not. In talk most questions are passing. */
export function openness(sentence: string, talk: boolean): number {
  if (sentence.length < 12 || sentence.length > 320) return 0;
  if (UNKNOWN.test(sentence)) return talk ? 1.6 : 2.5;
  if (/\bTB[DC]\b/.test(sentence)) return 2.5;
  if (!/\?["')\]]*\s*$/.test(sentence) || RHETORICAL.test(sentence) || sentence.split(/\s+/).length < 4)
    return 0;
  return !talk || WEIGHTY.test(sentence) ? 1.5 : 1;
}

/** What somebody has to find out or decide, rather than what is asked to understand each other. */
const WEIGHTY =
  /\b(?:who|which|when|how\s+(?:many|much|long|often|soon)|what\s+(?:happens|if|about|does|do\s+we\s+do)|do\s+we)\b/iu;
const UNKNOWN =
  /\b(?:open\s+question|(?:we|I)\s+(?:still\s+)?(?:don['’]t|do\s+not)\s+know\s+(?:yet\s+)?(?:if|whether|who|what|when|how|why|which)|(?:(?:it['’]s|it\s+is|still)\s+|^)(?:not\s+(?:clear|sure|certain|known)|unclear|unsure|unknown|open)\s+(?:yet\s+)?(?:if|whether|who|what|when|how|why|which)|(?:remains?|stays?)\s+(?:open|unclear|unresolved|to\s+be\s+(?:seen|decided|determined))|the\s+(?:open\s+|main\s+|big\s+|remaining\s+)?question\s+(?:is|was|remains|then\s+is)\s*:?\s*(?:if|whether|who|what|when|how|why|which)|to\s+be\s+(?:decided|determined|confirmed)|to\s+be\s+discussed(?!\s+(?:\p{L}+\s+){0,2}(?:next|later|following)))\b/iu;
const RHETORICAL =
  /^(?:(?:ok|okay|so|and|right|yeah|sorry|hello|hi|well)[\s,]+)*(?:right|ok|okay|any\s+(?:other\s+)?(?:questions?|comments?|thoughts?|objections?|concerns?|feedback|volunteers)|anything\s+else|anyone\s+else|does\s+that\s+make\s+sense|make\s+sense|can\s+(?:you|everyone|people|anyone)\s+(?:hear|see)|is\s+(?:that|this)\s+(?:ok|okay|right|fine|correct)|do\s+you\s+want\s+to|are\s+you\s+(?:here|there|on)|you\s+know|how\s+are\s+you|what\s+do\s+you\s+think|who\s+wants|noise)\b/iu;

/** Whether what comes after a question answers it. */
export function answers(next: string): boolean {
  return /^(?:a|answer|=>|→|yes|no|yep|nope|yeah|sure|done|correct|agreed|right)\b|^[→=]/iu.test(next.trim());
}
