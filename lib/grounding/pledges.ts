import type { Span } from "#lib/grounding/sentences";

/** Said with "will" and promising nothing: "I'll be glad to hear from you". */
const CIVIL =
  /^\s*(?:be\s+(?:very\s+|more than\s+)?(?:glad|happy|delighted|pleased)|gladly|love|not\b|never\b)/iu;
const VOW =
  /(?<![\p{L}\p{N}])(?:I|we)(?:['’]ll|\s+(?:will|shall|promise|guarantee|commit\s+to|can\s+(?:offer|guarantee|promise|waive)))(?=\s)[^.!?;]{2,200}/giu;
const GIFT =
  /(?<![\p{L}\p{N}])(?:you(?:['’]ll|\s+will)\s+(?:get|have|receive)\s[^.!?;,]{2,100}|guarantee(?:s|d)?|free\s+of\s+charge|(?:at\s+|for\s+)?no\s+(?:extra\s+|additional\s+)?(?:cost|charge)|for\s+free|money[-\s]back|(?:a\s+)?(?:discount|refund)s?|waive[sd]?\s[^.!?;,]{2,60})(?!\p{L})/giu;

/** Where a text binds whoever sends it: what they say they will do or give, to the end of that clause. */
export function findPledges(text: string): Span[] {
  const vows = [...text.matchAll(VOW)].filter(
    ({ 0: said }) => !CIVIL.test(said.replace(/^(?:I|we)(?:['’]ll|\s+\p{L}+)/iu, "")),
  );
  const gifts = [...text.matchAll(GIFT)];
  const spans = [...vows, ...gifts].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.trimEnd().length,
  }));
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
