/** What stands around a word without saying anything: pictures, marks, brackets. */
const DECORATION =
  /^(?:[\s*_~`"'“”‘’()[\]{}.,;:!?…|/\\–—=+<>^-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u200B|<\/?\w{1,10}>|:[a-z0-9_+-]{2,30}:)+|(?:[\s*_~`"'“”‘’()[\]{},;:|/\\–—=+<>^-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u200B|<\/?\w{1,10}>|:[a-z0-9_+-]{2,30}:){1,40}$/gu;

const WHEN =
  "so far|for once|for a change|at the moment|at present|at this (?:time|point|moment)|for (?:now|today|me|us)|today|yet|currently|right now|now|this (?:week|morning|time|sprint)|as of (?:now|today|yet)|atm|rn|still|again|at all|whatsoever|in sight|anymore|any more|really|thankfully|luckily|fortunately|as (?:usual|always|well)|(?:on|from) (?:my|our) (?:side|end|part)|here|over here|on this front|of (?:note|my own|mine|ours)|to (?:add|report|mention|note|speak of|flag|raise|share)|on my (?:plate|mind|radar|list)|outstanding|expected|planned|in (?:particular|my way|the way|our way)|(?:that )?i(?:['’]m| am| know| can)(?: aware| see| tell)?(?: of| think of)?|as far as i (?:know|can (?:see|tell))|to my knowledge|on the horizon|for the (?:moment|time being|foreseeable(?: future)?)|i(?:['’]m| am) aware of|i know of|i can think of|worth (?:mentioning|noting|flagging)|thanks|thank you|ty|cheers|yay|woo\\w*|phew|all good|from me|either|then|though|major|new|serious|special|specific|urgent|critical|big|hard|real|known|active|current|immediate|big ones|sir|team|all|folks|mate";
const NOUN =
  "blockers?|blocks?|blockages?|blocking(?: (?:issues?|items?|me|us|anything))?|impediments?|obstacles?|issues?|problems?|roadblocks?|hurdles?|challenges?|concerns?|blocked|stuck|help(?: needed| required)?|needs?|risks?|dependenc(?:y|ies)|showstoppers?|hindrances?|bottlenecks?|stoppers?|trouble|ones|worries|probs|complaints|drama|dramas|surprises";
const QUALITY =
  "major|new|real|big|current|serious|known|hard|specific|particular|more|other|active|significant|external|immediate|urgent|critical|longer|such|open|actual|technical|unexpected|unusual|noteworthy|blocking|out of the ordinary";
const WORD = String.raw`(?:none|nope?|nah|nay|nil|null|negative|n\.?\s?\/?\s?a\.?|na|not applicable|zip|zero|nada|zilch|nix|0|nothing(?! but\b)|nothing['’]s (?:blocking|holding|stopping|in) (?:me|us|(?:my|our|the) way|anything)(?: (?:up|back))?|(?:i )?(?:don['’]?t|do not|can['’]?t|cannot) think (?:so|of (?:any|one|anything))|i think not|not (?:me|that i know(?: of)?|to my knowledge)|not (?:really|much|any|blocked|stuck|at the moment|today|right now|currently|yet|now)|no|keine|all (?:good|clear|fine|green|quiet|well|set|ok(?:ay)?|clear ahead)|(?:we|i)(?:['’]?m|['’]?re| am| are)? (?:all )?(?:good|fine|clear|ok(?:ay)?|unblocked|free)|(?:everything|things)(?:['’]?s|['’]?re| is| are)? (?:fine|good|ok(?:ay)?|clear|smooth|on track|going well|under control|moving)|clear(?:ed)?|solved|resolved|fixed|free|unblocked|(?:pretty |fairly |very |quite )?smooth(?: sailing)?|good(?! \\w)|free (?:of|from)|doing (?:fine|well|good|great|ok(?:ay)?)|good to go|on track|no\s*one|nobody|false|empty|never(?!-)|n|x|tbd|tba|(?:i )?(?:don['’]?t|do not) (?:have|see)(?: any)?|nothing (?:that )?(?:i|we) (?:can['’]?t|cannot) (?:handle|solve|fix|deal with)|nothing (?:is |to |that(?:['’]s| is) )(?:block(?:s|ing)?|stop(?:ping)?|hold(?:ing)?|in (?:my|our) way)(?: (?:me|us)(?: (?:from|back)(?: \w+){1,3})?)?)`;
const NONE = new RegExp(
  `^(?:(?:none|nope|nada|nil|zilch) (?!of\\b|but\\b)(?=\\p{L})|(?:(?:currently|today|luckily|thankfully|fortunately|still|as of now|at the moment|right now|again|i am|i['’]?m|we are|we['’]?re|i have|i['’]ve got|i see|we have|there are|there is|have|got|afaik|as far as i know|hopefully|same:?|also|personally|for me|really|so far|actually|happily)[,:]?\\s+){0,2}${WORD}(?:\\s+(?:${QUALITY})){0,3}(?:\\s+(?:${NOUN}))?(?:\\s*(?:\\/|,|or|and)\\s*(?:${NOUN}))?(?:\\s+(?:blocking|blocked|holding me (?:up|back)|in my way|stopping me|slowing me down|blocks)(?:\\s+(?:me|us|my work|my progress|anything|progress))?)?(?:[\\s,]+(?:${WHEN})){0,4}(?=$|[\\s]*(?:[.,;:!?…()\\[\\]\\/\\x60*_~"”<–—-]|'(?!\\p{L})|\\bbut\\b|\\bthough\\b|\\balthough\\b|\\bjust\\b|\\bexcept\\b|\\bother than\\b|\\bapart from\\b|\\baside from\\b|\\bbesides\\b|\\bas\\b|\\bsince\\b|\\bbecause\\b|\\bhowever\\b|\\bonly\\b|\\band\\b|\\bso\\b|\\bthanks\\b|\\p{Extended_Pictographic}|:[a-z_]+:)))`,
  "iu",
);
const TWICE =
  /^(?:no(?:pe)?|none|nothing|nah)[\s,.!–—-]+(?=(?:no(?:pe|ne|thing)?|nah|not|all|i['’]?m|we['’]?re|everything)\b)/iu;
const EXCEPT =
  /^[\s,;:(–—-]*(?:except(?:ing)?(?: for| that)?|other than|apart from|aside from|besides|outside of|beyond|save for)\b[\s,:]*(?=\S)/iu;
const BUT = /^[\s,;.:!(…–—-]*(?:but|though|although|however|yet|only|just)\b[\s,:]*(?=\S)/iu;

/** In code marks that is the name of a value, which people labelled as words like any other. */
const VALUE = /^\s*`(?:null|nil|undefined)`\s*$/i;

/** What a denial leaves over: an exception ("none except …") is a blocker, a remark is worth a look; both by offset. */
export type Denial = { exceptAt: number; remarkAt: number };

/** Reads an entry that says there is nothing in the way; null where it says something else. */
export function denialIn(text: string): Denial | null {
  if (VALUE.test(text)) return null;
  const lead = leadOf(text);
  if (lead === text.length) return { exceptAt: -1, remarkAt: -1 };
  // "No, nothing" says it twice; "none, all quiet" does not.
  const twice = TWICE.exec(text.slice(lead, lead + 40))?.[0].length ?? 0;
  return (twice ? denialAt(text, lead + twice) : null) ?? denialAt(text, lead);
}

function denialAt(text: string, at: number): Denial | null {
  const found = NONE.exec(text.slice(at, at + 300));
  if (!found) return null;
  const after = at + found[0].length;
  const rest = text.slice(after, after + 300);
  const except = EXCEPT.exec(rest);
  if (except) return { exceptAt: after + except[0].length, remarkAt: -1 };
  const but = BUT.exec(rest)?.[0].length ?? /^[\s.,;:!?…()–—-]*/u.exec(rest)![0].length;
  return { exceptAt: -1, remarkAt: text.slice(after + but).trim() === "" ? -1 : after + but };
}

/** Units of the marks and pictures before the first word; all of the text where it has no word. */
function leadOf(text: string): number {
  const asked = /^\W{0,4}@[\w.-]{1,40}: /.exec(text)?.[0].length ?? 0;
  if (asked) return asked;
  const head = text.slice(0, 200);
  for (const found of head.matchAll(DECORATION)) if (found.index === 0) return found[0].length;
  return 0;
}
