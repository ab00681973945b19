/** What stands around a word without saying anything: pictures, marks, brackets. */
const DECORATION =
  /^(?::[a-z0-9_+-]{2,30}:|[\s*_~`"'“”‘’()[\]{}.,;:!?…|/\\–—=+<>^•·-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u200B|<\/?\w{1,10}>)+/u;

const set = (list: string) => new Set(list.split(/\s+/));

/** A word that says no by itself. */
const NONE = set(
  "no none nope nah nay nil null negative nada zilch nix zip zero 0 nothing nothing's never nobody na keine without",
);
/** A word that says no of what stands beside it, which must be something that could be in the way. */
const NOT = set(
  "not don't dont didn't didnt doesn't haven't hasn't hadn't isn't aren't wasn't weren't doesnt havent hasnt isnt arent wasnt werent neither nor",
);
/** What could be in the way. */
const MATTER = set(
  `any anything blocker blockers block blocks blockage blockages blocking blocked impediment impediments obstacle obstacles issue
  issues problem problems roadblock roadblocks road-block road-blocks hurdle hurdles challenge challenges concern concerns stuck risk risks
  dependency dependencies showstopper showstoppers hindrance hindrances bottleneck bottlenecks stopper stoppers
  trouble troubles worries probs complaints drama dramas surprises difficulty difficulties setback setbacks questions
  delay delays impeded standing stopping holding hindering slowing need needs needed required roadblocked`,
);
/** What somebody waits for as often as they do without: "no help needed", but not "no help". */
const AID = set("help support assistance");
const BESIDE = set(
  `i we he she they it you there here this these that the a an my our me us everyone everybody team one ones i'm im i've i'd
  we're we've there's it's he's she's they're am are is was were been be being has have had having do did does see seen saw find found hit
  met got face faced facing encounter encountered encountering experience experienced experiencing experiences ran run into come came across of
  report reported mention mentioned note noted raise raised identified observed present exist exists existed
  anticipated foreseen left remaining aware add share flag worry worried about speak really luckily thankfully
  hopefully apparently actually honestly also again personally fortunately much so or and up back by on from with for
  major new real big current serious known hard specific particular more other active significant external immediate
  urgent critical longer such open actual technical tech unexpected unusual noteworthy special single individual
  personal code road further outstanding ordinary out same happily too either anymore me's`,
);
/** Stands among the others, and says no more than when or as far as who knows. */
const ASIDE =
  /\b(?:so far|for once|for a change|for (?:now|today|the (?:moment|time being|foreseeable(?: future)?))|at the moment|at present|at this (?:time|point|moment)|(?:as of|until|till|up to) (?:right )?(?:now|today|yet|this \w+)|atm|rn|today|yet|currently|right now|now|this (?:week|morning|time|sprint)|still|at all|whatsoever|in sight|any ?more|as (?:usual|always|well|before)|same as (?:yesterday|before|last \w+|usual|above)|(?:over )?here|on (?:this front|the horizon|my (?:plate|mind|radar|list|end|side|part))|(?:on|from) (?:my|our) (?:side|end|part)|of (?:note|my own|mine|ours)|in (?:particular|my way|the way|our way)|(?:that )?(?:i|we)(?:['’]?m| am|['’]?re| are)? ?(?:know|can|could)?(?: aware| see| tell| think| handle)?(?: of)? ?(?=$|\W*$)|as far as (?:i|we) (?:know|can (?:see|tell))|afaik|to my knowledge|to (?:speak|worry) of|thanks|thank you|ty|cheers|yay|woo\w*|phew|mate|folks|all|sir|expected|planned)\b/giu;
/** Whole answers that are no sentences. */
const ANSWER =
  /^(?:n\s?[./]?\s?a\.?|n|x|not applicable|false|empty|tbd|tba|(?:i )?(?:don['’]?t|do not) think so|i think not|not (?:me|for me|that (?:i|we) (?:know|can think)(?: of)?|to my knowledge|really|much|just|currently|at)|(?:i )?can['’]?t(?:not)? (?:think of|see|name) (?:any|anything|one)|no\s?one|(?:no )?(?:none|nothing) (?:that )?(?:i|we) (?:can['’]?t|cannot) (?:handle|solve|fix|deal with)|nothing (?:that )?(?:block|stop|hold)s(?: (?:me|us|back|up))*|out of the ordinary|no (?:help|support|assistance)|no (?:new |further )?updates?(?: from (?:me|us|my side))?)$/iu;

/** Words by which all goes well. */
const WELL = set(
  "good fine clear ok okay great smooth smoothly well perfect perfectly unblocked free solved resolved fixed cleared set green quiet track control swimmingly",
);
const GOING = set(
  `all everything things thing it its is are was were going goes went ran running runs doing moving we i i'm we're it's
  everything's all's things's here very pretty fairly quite sailing tasks task work completed done finished progressing
  progress works working on under to go as planned expected so far just yes now me us my our a been has have the of from am im ahead`,
);
const ENDED =
  /^(?:solved|resolved|fixed|unblocked|cleared?|all (?:good|clear|fine|well|set|ok(?:ay)?|green|quiet))\b/iu;

/** Where the first thing that is said ends. */
const END =
  /[.,;:!?…()[\]<\n"”*_~|\x60]|(?<=\bn\/a)\s|\s[-–—+/&]{1,3}\s|\s?[–—]|\b(?:but|though|although|except(?:ing)?|other than|apart from|aside from|besides|outside of|beyond|save for|however|just|only|because|since|(?<!\bsame )as(?! of\b)|while|until|till|thanks)\b|\p{Extended_Pictographic}|$/iu;
const EXCEPT =
  /^[\s,;:(–—-]*(?:except(?:ing)?(?: for| that)?|other than|apart from|aside from|besides|outside of|beyond|save for)\b[\s,:]*(?=\S)/iu;
const NOTHING_BUT = new RegExp(String.raw`^\s*but\s+(?=(?:the|an?|my|our)\b)|${EXCEPT.source}`, "iu");
const BUT =
  /^[\s,;.:!(…–—-]*(?:but|though|although|however|yet|only|just)\b[\s,:]*(?=\S)|^[\s.,;:!?…()–—-]*/iu;
/** "No blockers with this ticket", "not blocked by anybody": what it is said of. */
const OF_WHAT =
  /\s(?:for|with|in|on|at|by|regarding|since|from|about|during|related to|concerning|of|that|which)\s(?:\S+\s?){1,8}$/iu;
/** Who answers, before the answer: "Bo: none", "@bo none". */
const WHO = /^(?:@[\w.-]{1,40}[:,]?\s+|(?:\p{Lu}[\p{L}.'’-]{0,20}\s?){1,3}(?:[:)]|\s?[–—-]\s)\s*)/u;
const WHO_HAS = /^(?:\p{Lu}[\p{L}'’-]{1,20}\s){1,2}(?=(?:has|had|is|was|sees|faces)\b)/u;

/** In code marks that is the name of a value, which people labelled as words like any other. */
const VALUE = /^\s*`(?:null|nil|undefined)`\s*$/i;
/** Units that are read: a denial comes first. */
const MOST = 300;

/** What a denial leaves over: an exception ("none except …") is a blocker, a remark is worth a look; both by offset. */
export type Denial = { exceptAt: number; remarkAt: number };

/**
 * Reads an entry that says there is nothing in the way; null where it says something else. Such an entry has a first
 * clause made of nothing but a no, what could be in the way, and words that stand around these, or one by which all
 * goes well.
 */
export function denialIn(text: string): Denial | null {
  if (VALUE.test(text)) return null;
  const head = text.slice(0, MOST);
  const at = past(DECORATION, head, 0);
  if (at === text.length) return { exceptAt: -1, remarkAt: -1 };
  const who = past(WHO, head, at);
  return denialAt(text, head, at) ?? (who > at ? denialAt(text, head, past(DECORATION, head, who)) : null);
}

function denialAt(text: string, head: string, from: number): Denial | null {
  let end = -1;
  let at = from;
  // "For now, none", "OK, no blockers", "No, nothing": empty words come first, and no is said twice.
  for (let i = 0; i < 3 && at < head.length; i++) {
    const stop = at + (END.exec(head.slice(at))?.index ?? 0);
    const said = saidBy(head.slice(at, stop), head.slice(stop));
    if (said === "else") break;
    if (said === "none") end = stop;
    at = past(DECORATION, head, stop);
  }
  return end === -1 ? null : left(text, head, end);
}

function left(text: string, head: string, end: number): Denial {
  const rest = head.slice(end);
  const except = (/\bnothing\s*$/i.test(head.slice(0, end)) ? NOTHING_BUT : EXCEPT).exec(rest);
  if (except) return { exceptAt: end + except[0].length, remarkAt: -1 };
  const remarkAt = end + BUT.exec(rest)![0].length;
  return { exceptAt: -1, remarkAt: text.slice(remarkAt).trim() === "" ? -1 : remarkAt };
}

/** Whether a clause denies, says nothing yet, or says something else. */
function saidBy(clause: string, rest: string): "none" | "nothing yet" | "else" {
  const whole = clause.trim().replace(/’/g, "'");
  if (ANSWER.test(whole)) return "none";
  const named = WHO_HAS.exec(whole)?.[0] ?? "";
  const core = whole.slice(isNo(wordsOf(named)[0] ?? "") ? 0 : named.length);
  const said = wordsOf(core.replace(ASIDE, " "));
  if (said.length === 0) return "nothing yet";
  const short = wordsOf(core.replace(OF_WHAT, "").replace(ASIDE, " "));
  if (denies(said) || (denies(short) && short.some((word) => MATTER.has(word)))) return "none";
  if (goesWell(said, whole, rest)) return "none";
  return said.every((word) => MATTER.has(word) || BESIDE.has(word)) && said.length <= 2
    ? "nothing yet"
    : "else";
}

function isNo(word: string): boolean {
  return NONE.has(word) || NOT.has(word);
}

function wordsOf(clause: string): string[] {
  return clause.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
}

function denies(said: string[]): boolean {
  const has = (some: Set<string>) => said.some((word) => some.has(word));
  if (!said.every((word) => [NONE, NOT, MATTER, AID, BESIDE].some((some) => some.has(word)) || word === "to"))
    return false;
  if (has(AID) && !/\b(?:need|requir)/.test(said.join(" "))) return false;
  return has(NONE) || (has(NOT) && (has(MATTER) || said.length === 1));
}

function goesWell(said: string[], whole: string, rest: string): boolean {
  if (
    /^(?:everything|all)(?: tasks| work)? (?:works|(?:is |are )?(?:working|completed|done|finished))$/i.test(
      whole,
    )
  )
    return true;
  const about = /^nop?e?$/.test(said[0]!) ? said.slice(1) : said;
  const well =
    about.every((word) => WELL.has(word) || GOING.has(word)) && about.some((word) => WELL.has(word));
  if (!well) return false;
  // "Well, the server is down" begins with no answer.
  return said.length > 1 || ENDED.test(whole) || !/[\p{L}\p{N}]/u.test(rest) || denialIn(rest) !== null;
}

function past(pattern: RegExp, head: string, from: number): number {
  return from + (pattern.exec(head.slice(from))?.[0].length ?? 0);
}
