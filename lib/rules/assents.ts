import { BODIES } from "#lib/rules/offices";
import { wordCount } from "#lib/rules/wording";

const ALL = `(?:everyone|everybody|all|we\\s+all|most|(?:(?:the|our)\\s+)?(?:\\p{L}+\\s+)?(?:${BODIES}))(?:\\s+(?:present|in\\s+attendance|of\\s+us))?`;
const AGREE =
  "(?:(?:has|have|also|then|unanimously|generally|all)\\s+){0,2}(?:agree[sd]?|approve[sd]?|concur(?:s|red)?|consent(?:s|ed)?|(?:is|are|was|were)\\s+(?:ok(?:ay)?|fine|happy|good|in\\s+favou?r|in\\s+agreement|on\\s+board))";
/** The whole of a sentence by which a group takes up what was put to it. */
const BY_ALL = new RegExp(
  `^(?:(?:so|and|then|ok|okay|fine|good|great)[\\s,]+)*(?:${ALL}\\s+${AGREE}(?:\\s+(?:to|with|on)\\s+(?:it|this|that|the\\s+\\p{L}+))?|(?:there\\s+(?:were|was|are|is)\\s+)?no\\s+(?:objections?|opposition|disagreement|one\\s+(?:objected|opposed|disagreed))(?:\\s+(?:raised|voiced|heard|from\\s+\\p{L}+))?|nobody\\s+(?:objected|objects|opposed|disagreed)|(?:the\\s+)?(?:motion|proposal|vote|resolution|amendment)(?:\\s+(?:was|is|has))?\\s+(?:carried|carries|passed|passes|approved|adopted|unanimous)(?:\\s+(?:unanimously|by\\s+\\p{L}+|\\d+\\s*[-–]\\s*\\d+.{0,20}))?|(?:agreed|approved|accepted|adopted|carried|passed)\\s+(?:unanimously|by\\s+(?:all|everyone|consensus|acclamation)|\\d+\\s*[-–]\\s*\\d+)|(?:all|everyone)\\s+in\\s+favou?r|(?:we\\s+have\\s+)?(?:rough\\s+|full\\s+)?consensus(?:\\s+(?:reached|on\\s+(?:this|that)))?|unanimous(?:ly)?|(?:that|it)(?:['’]?s|\\s+is)\\s+(?:then\\s+)?(?:decided|settled|agreed)(?:\\s+then)?|so\\s+be\\s+it)[\\s.!]*$`,
  "iu",
);
/** The same by one word, which may be anybody's. */
const SHORT =
  /^(?:(?:so|and|then|ok|okay)[\s,]+)*(?:(?:I\s+)?agree[d]?|approved|accepted|adopted|decided|settled|carried|deal)[\s.!]*$/iu;
const PUT =
  /\b(?:propos(?:e|es|ed|al|ing)|suggest(?:s|ed|ing|ion)?|recommend(?:s|ed|ing)?|mov(?:e|es|ed)\s+(?:to|that)|motion(?:ed)?|prefer(?:s|red)?|should|let['’]?s|let\s+us|how\s+about|we(?:['’]ll|\s+will|\s+could|\s+can))\b/iu;
/** What stands between a proposal and how it was received. */
const BETWEEN =
  /\bsecond(?:ed|s)\b|^\+1\b|^(?:(?:yes|yeah|ok|okay)[,\s]+)?(?:sounds?\s+(?:good|great|fine|like\s+a\s+good)|makes\s+sense|works\s+for|fine\s+(?:with|by)|good\s+(?:idea|point|choice))\b|^(?:discussion|vote[sd]?|ayes?|nays?|in\s+favou?r)\b/iu;

/** Most sentences have none of these words, and need no closer look. */
const WORD =
  /agree|approv|objecti|object|oppos|disagree|carrie|passe|favou?r|con[cs]e|unanim|accept|adopt|decided|settled|deal|concur|happy|fine|good|ok|board/i;

/** Whether a sentence says no more than that something is agreed to: by "all", or by one word, which may be anybody's. */
export function assent(sentence: string): "all" | "word" | null {
  if (!WORD.test(sentence)) return null;
  const said = sentence.replace(/^\(|\)$/g, "");
  return BY_ALL.test(said) ? "all" : SHORT.test(said) ? "word" : null;
}

/** Whether a sentence puts something to others, so that one word may take it up. */
export function putsForward(sentence: string): boolean {
  return PUT.test(sentence);
}

/** Whether a sentence only hands on from a proposal to how it was received: "Kim seconded." */
export function handsOn(sentence: string): boolean {
  return wordCount(sentence) <= 8 && (BETWEEN.test(sentence) || SHORT.test(sentence));
}
