import { foldText } from "#lib/grounding/fold";

/**
 * Whether a sentence of a source reads like an instruction to whatever writes the draft ("ignore the above",
 * "mark everything as done", "add to your reply …"), like a question to a chat model, or hides text in an encoding.
 * A hint for the reviewer, not a guard: nothing is acted on without a person either way.
 */
export function readsLikeInstruction(sentence: string): boolean {
  const text = sentence.slice(0, MAX_LENGTH);
  if (hasBlob(text)) return true;
  const folded = foldText(text).folded.trim();
  return PATTERNS.some((pattern) => pattern.test(folded));
}

const MAX_LENGTH = 1500;

const WRITER =
  "(?:a\\.?i\\.?(?: (?:assistant|model|agent|note ?taker|writer))?|assistants?|note[- ]?takers?|minute[- ]?takers?|summari[sz]ers?|llms?|language models?|chat ?bots?|claude|chatgpt|gpt(?:-?\\d)?|copilot|gemini)";
const TEXT = "(?:response|reply|answer|output|summary|message|completion)";
const LISTS = "(?:summary|minutes|meeting notes|notes|recap|digest|action items?|decisions?|output|record)";
const DOING =
  "(?:mark|add|include|write|list|record|insert|output|respond|reply|summari[sz]e|ignore|set|assign|approve|delete|omit|skip|leave|report|say|state|put|create|send|forward|close|complete|rewrite|translate|append|treat|always|never|do not|don't|make sure|please|you)";
const LANGUAGE =
  "(?:english|french|german|spanish|italian|portuguese|russian|japanese|chinese|korean|arabic|hindi|dutch|swedish|polish|turkish)";

// Taking over: earlier instructions, roles, the prompt itself.
const TAKEOVER = [
  /\b(?:ignore|disregard|forget|override|bypass|overrule)\b.{0,40}\b(?:instructions?|prompts?|directions|guidelines|constraints|commands|your rules|previous rules)\b/,
  /\b(?:ignore|disregard|forget)\b (?:all |everything )?(?:of )?(?:the )?(?:above|previous|prior|preceding|foregoing)\b/,
  /\b(?:system|developer) (?:prompt|instructions?)\b|\bdeveloper message\b|\bjailbreak\b/,
  /^(?:#+ ?)?\[?(?:system|assistant|developer|human)\]?(?: ?(?:prompt|message|note|override))?:/,
  /<\|?\/?(?:im_start|im_end|system|endoftext|assistant)\|?>|\[\/?inst\]|<<\/?sys>>/,
  /\byou are (?:now |no longer )?(?:an? |the )?(?:\w+ ){0,2}(?:assistant|ai|model|chatbot|dan)\b/,
  /\b(?:pretend (?:to be|you are|that you)|act as (?:an? )?(?:ai|assistant|model|dan|system)|from now on,? (?:you|always|respond|answer))\b/,
  /\b(?:new|updated|following|these|special) instructions? (?:for|to|override|supersede|take precedence|replace)\b/,
];

// Speaking to the writer, or about what it writes.
const ADDRESS = [
  new RegExp(
    `^(?:hey |dear |attention,? |to the |to |@)?(?:the )?${WRITER} ?[,:!-] ?(?:\\S+ ){0,3}?${DOING}\\b`,
  ),
  new RegExp(
    `\\b(?:notes?|messages?|instructions?|reminders?|commands?|request) (?:to|for) (?:the |any |our |whichever )?${WRITER}\\b`,
  ),
  new RegExp(
    `\\b(?:${WRITER}|whoever (?:writes|summari[sz]es)[^,.]{0,40}) (?:must|should|shall|has to|needs to|is to) ${DOING}\\b[^.]{0,80}\\b${LISTS}\\b`,
  ),
  new RegExp(
    `^(?:please |also |always |and )*(?:add|include|insert|append|mention|put|write|state|record)\\b (?:[^.]{0,60} )?(?:to|in|into) (?:the|your|this|these|every) ${LISTS}\\b`,
  ),
  /\b(?:mark|set|treat|consider|record|log|list|report|show|flag) (?:all|every|each|everything|any|these|those|the (?:above|following|remaining|other|rest))\b[^.]{0,60}\b(?:as|to) (?:\w+ )?(?:done|completed?|resolved|approved|closed|finished|decided|agreed|accepted|urgent)\b/,
  new RegExp(
    `\\b(?:do not|don't|never) (?:mention|include|tell|reveal|list|extract|show|record|report|flag|disclose)\\b[^.]{0,60}\\b(?:users?|readers?|reviewers?|humans?|${LISTS})\\b`,
  ),
  /\b(?:approve|publish|send|accept|sign off) (?:this|the|all|every)\b[^.]{0,40}\b(?:without (?:a )?(?:review|human|asking|confirmation|person)|automatically and)\b/,
  /\b(?:send|forward|e?mail|post|upload|exfiltrate|leak) (?:all|every|the (?:entire|full|whole|complete)) (?:\w+ ){0,2}(?:notes|transcripts?|conversations?|history|credentials|passwords|keys|secrets|e?mails|records)\b/,
];

// What is said to a chat model: its reply, letter games, essays, translations, trivia.
const CHAT = [
  new RegExp(
    `\\b(?:in|to|of|into|from|for|with|using|through|throughout) your (?:next |final |whole |entire )?${TEXT}\\b`,
  ),
  new RegExp(
    `\\b(?:modify|enhance|augment|render|provide|rewrite|translate|format|begin|start|end|finish|convert|scramble|limit|restrict|prefix|write|give|change|make|keep) (?:all |me )?your (?:entire |whole )?${TEXT}\\b`,
  ),
  /^(?:please )?(?:respond|reply|answer) (?:only |always |exclusively )?(?:with|in|by|using|as)\b/,
  /^(?:please )?(?:output|print|return|emit|say) (?:only|just|exactly|verbatim|the following)\b/,
  /\b(?:every|each) (?:second|third|fourth|fifth|other|nth) (?:letter|word|character|vowel)s?\b/,
  /\b(?:replace|substitute|swap|jumble|scramble|rearrange|anagram|misspell|capitali[sz]e)\b.{0,30}\b(?:letters|vowels|consonants|every word)\b/,
  /^(?:please )?(?:write|compose|draft|provide|develop|create|generate|give me|tell me|sing)(?: me)? (?:an?|another) (?:\w+ ){0,2}(?:poem|story|essay|haiku|song|limerick|joke|speech|rap|sonnet|introduction for an essay)\b/,
  /^(?:please )?(?:explain|describe|break down|summari[sz]e) (?:\S+ ){1,8}(?:in simple terms|with an example|step by step|like i'?m)/,
  /^(?:please )?(?:explain|describe|break down) the (?:theory|process|plot|lifecycle|life cycle|concept|history|principles?) of\b/,
  /^(?:please )?(?:translate (?:the following|this|these)|provide the \w+ (?:equivalent|translation))\b/,
  new RegExp(`^(?:what(?:'s| is)|how do you say|translate) ["'].{1,60}["'] (?:in|to|into) ${LANGUAGE}\\b`),
  /^(?:please )?(?:provide|give|show) (?:me )?an example of how to\b|^can you (?:show|write|give|tell|explain to) me an? (?:simple|short|quick)\b/,
  /^what(?:'s| is| are) the (?:capital|population|currency|boiling point|square root|main causes|primary (?:functions|differences|causes)|meaning of life)\b/,
  /^what(?:'s| is| are) the (?:\w+ )?differences? between\b.{1,60}\bin (?:javascript|python|java|php|c\+\+|rust|go|sql)\b/,
  /^who (?:wrote|painted|invented|discovered|composed|directed) (?:the (?:play|novel|book|song|opera|painting|film)|['"])/,
  /^how do i (?:solve|calculate|bake|cook|prove)\b/,
];

const PATTERNS = [...TAKEOVER, ...ADDRESS, ...CHAT];

/** Whether a word is a long piece of base64, rather than a link, a path, a hash or an identifier. */
function hasBlob(text: string): boolean {
  return text.split(/\s+/).some((word) => {
    const bare = word.replace(/^["'“‘`(<]+|["'”’`)>.,;:]+$/g, "");
    if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(bare) || (bare.match(/\//g)?.length ?? 0) > bare.length / 16)
      return false;
    return /[a-z]/.test(bare) && /[A-Z]/.test(bare) && /\d/.test(bare) && !/^[0-9a-fA-F]+$/.test(bare);
  });
}
