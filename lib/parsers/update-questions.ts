import type { PartKind } from "#lib/parsers/update-labels";

/** How a question begins, in small letters. */
export const ASKS =
  /^\W*(?:\d+[.)]\s*)?(?:what|anything|any|are|is|am|do|did|was|were|will|how|have|has|where|which|who|need|got)\b/;
/** "Do I see any obstacles", "What did we finish". */
const INVERTED =
  /^\W*(?:\d+[.)]\s*)?(?:(?:what|which|where|how)(?: \w+)? )?(?:do|did|have|has|am|are|is|was|were|will|can|could|might|would|should) (?:i|we|there|any|anything|anyone)\b/;

/** Whether a phrase of a form asks, though without its sign: "What problems did you face", "any difficulties". */
export function asksUs(said: string, count: number): boolean {
  return (
    ASKS.test(said) &&
    (/\byou(?:r|re)?\b/.test(said) ||
      INVERTED.test(said) ||
      (count <= 6 && /^\W*(?:what|who|where|how)\b/.test(said) && ABOUT[0]![1].test(said)) ||
      (count <= 4 && /^\W*any/.test(said)))
  );
}

const ABOUT: [PartKind, RegExp][] = [
  [
    "blockers",
    /\b(?:block(?:ed|ers?|ing|s)?|imped\w{2,7}|obst[aei]\w{2,6}|road ?bl\w{2,6}|stuck|hurdles?|slow(?:s|ing|ed)?|prevent(?:s|ing|ed)?|stop(?:s|ping|ped)?|keep(?:s|ing)? you|hold(?:s|ing)? (?:you|me|us|back|up)|hinder(?:s|ing|ed)?|hamper\w{0,3}|delay\w{0,3}|challeng\w{1,3}|struggl\w{1,6}|difficult\w{0,4}|troubles?|setbacks?|bottlenecks?|in (?:your|the|my|our) way|need(?:s)? (?:any )?(?:help|support|assistance)|help (?:with|you|me|us)|can (?:others|anyone|anybody|someone|the team|we) help|do (?:you|i|we) need|need from|not go well|didnt go well|stand(?:s|ing) in|(?:go|went|going|gone) wrong|(?:issues?|problems?|concerns?)(?! (?:\w+ ){0,3}(?:work\w*|clos\w+|solv\w+|resolv\w+|fix\w*|tackl\w+|complet\w+|address\w*|pick\w*)\b))\b/,
  ],
  ["other", /\b(?:feel|feeling|mood)\b|^how are\b/],
  ["next", /\bwill (?:you|i|we)\b|\b(?:next|tomorrow)\b/],
  [
    "done",
    /\b(?:did|done|accomplish\w{0,5}|complete\w?|finish\w{0,3}|yesterday|last|since|achieve\w?|been (?:up to|doing|working))\b/,
  ],
  ["next", /\b(?:will|today|next|plan\w{0,5}|going to|tomorrow|working|doing|focus\w{0,5}|do you)\b/],
];

const OF_US = /\b(?:you|your|youre|we|our|us|me|my|i|im|anything|any|team|there)\b/;

/** What the question of a form is about: "Anything blocking your progress?", "What did you do yesterday?". */
export function questionKind(said: string, count: number): PartKind | null {
  if (count > 30) return null;
  const signed = ASKS.test(said) && /\?\W*$/.test(said) && (count <= 3 || OF_US.test(said));
  if (!signed && !asksUs(said, count)) return null;
  return ABOUT.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

/** What stands behind a question without being its answer: another one, or a hint in brackets. */
export function asksOn(rest: string): boolean {
  return /^\([^()]{1,60}\)$/.test(rest) || (/\?\W*$/.test(rest) && ASKS.test(rest.toLowerCase()));
}
