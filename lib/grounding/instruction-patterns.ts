const WRITER =
  "(?:a\\.?i\\.?(?: (?:assistant|model|agent|note ?taker|writer))?|assistants?|note[- ]?takers?|minute[- ]?takers?|summari[sz]ers?|llms?|language models?|chat ?bots?|claude|chatgpt|gpt(?:-?\\d)?|copilot|gemini)";
const TEXT = "(?:response|reply|answer|output|summary|message|completion)";
const LISTS = "(?:summary|minutes|meeting notes|notes|recap|digest|action items?|decisions?|output|record)";
const DOING =
  "(?:mark|add|include|write|list|kindly|leave|keep|record|insert|output|respond|reply|summari[sz]e|ignore|set|assign|approve|delete|omit|skip|leave|report|say|state|put|create|send|forward|close|complete|rewrite|translate|append|treat|always|never|do not|don't|make sure|please|you)";
const LANGUAGE =
  "(?:english|french|german|spanish|italian|portuguese|russian|japanese|chinese|korean|arabic|hindi|dutch|swedish|polish|turkish)";

const DONE = "(?:done|completed?|resolved|approved|closed|finished|decided|agreed|accepted|urgent)";
const SOURCE = "(?:transcripts?|notes|minutes|documents?|text|input|meeting|conversation|summary)";

// Taking over: earlier instructions, roles, the prompt itself.
const TAKEOVER = [
  /\b(?:ignore|disregard|forget|override|bypass|overrule)\b.{0,40}\b(?:instructions?|prompts?|directions|guidelines|constraints|commands|your rules|previous rules)\b/,
  /\b(?:ignore|disregard|forget)\b (?:all |everything |anything )?(?:of )?(?:the )?(?:above|previous|prior|preceding|foregoing)\b/,
  /\b(?:ignore|disregard|forget) (?:everything|anything|all|what)\b.{0,30}\b(?:said|written|above|before|so far|earlier)\b/,
  /\b(?:ignore|disregard|forget) (?:all |everything |anything )?(?:of )?(?:what|that) you(?:'ve| were| are| have)(?: been)? (?:told|asked|taught|instructed|given)\b/,
  /\b(?:system|developer) (?:prompt|instructions?)\b|\bdeveloper message\b|\bjailbreak\b/,
  /\b(?:ignore|disregard|forget) (?:the|this|these|that) (?:discussion|meeting|transcript|conversation|notes)\b/,
  /\brepeat the (?:hidden|system|above|initial)\b|\bi (?:hereby )?authori[sz]e you to\b|\b(?:approve|accept|confirm) everything\b/,
  /\b(?:reveal|print|show|repeat|output|tell me|give me|leak) (?:me )?(?:your|the above|the hidden|the initial) (?:\w+ )?(?:prompt|instructions|rules)\b/,
  /^(?:#+ ?)?[[(]?(?:system|assistant|developer|human|admin)[\])]?(?: ?(?:prompt|message|note|override))?(?::|(?<=\]) )/,
  /^(?:user|human): .*\b(?:assistant|ai|bot):/,
  /<\|?\/?(?:im_start|im_end|system|endoftext|assistant|instructions?)\|?>|\[\/?inst\]|<<\/?sys>>/,
  /^(?:override|directive|instruction|command|payload|prompt):|^(?:begin|start of|end of) (?:\w+ )?(?:instructions?|prompt)\b/,
  /\byou are (?:now |no longer )?(?:an? |the )?(?:\w+ ){0,2}(?:assistant|ai|language model|model|llm|chatbot|dan)\b|^as an? (?:ai|assistant|llm|language model|large language)\b/,
  /\b(?:pretend (?:to be|you are|that you)|from now on,? (?:you|always|respond|answer))\b|^(?:please )?act as (?:an? |the )?\w+/,
  /\b(?:new|updated|following|these|special|hidden|secret|real|actual) instructions? ?(?::|for|to|override|supersede|take precedence|replace)/,
  /\byour (?:new |next |real |only |actual )?(?:task|job|role|objective|goal) is (?:now )?to\b|^your (?:new|next|real|only|actual) (?:task|job|role|objective):/,
  /\byou (?:must|should|have to|will|need to) (?:now )?(?:only )?(?:(?:respond|reply|answer) (?:with|in|only)|comply\b|obey\b|output\b)/,
  /\byou (?:must|should|have to|will|need to) (?:now )?(?:approve|accept|keep|mark) (?:all|every|each|these|the) (?:\w+ )?(?:drafts?|statements?|action items?|points)\b/,
];

// Speaking to the writer, or about what it writes.
const ADDRESS = [
  new RegExp(
    `^(?:hey |dear |attention,? |to the |to |@)?(?:the )?${WRITER} ?[,:!-] ?(?:\\S+ ){0,3}?${DOING}\\b`,
  ),
  new RegExp(`^(?:hey |dear |ok |@)${WRITER},? (?:\\S+ ){0,2}?${DOING}\\b`),
  new RegExp(
    `^(?:to|for) (?:the |any |every )?${WRITER} (?:that |which |who |is )?(?:writ|read|process|summari|tak)`,
  ),
  new RegExp(
    `\\b(?:notes?|messages?|instructions?|reminders?|commands?|request) (?:to|for) (?:the |any |our |whichever )?${WRITER}\\b`,
  ),
  new RegExp(
    `^as (?:the|an?) ${WRITER}\\b|^in (?:the|your) ${LISTS},? (?:please |also )?(?:write|say|state|note|add|record|list|put|mention)\\b`,
  ),
  /\b(?:any|all|every|automated) (?:bots?|tools?|agents?|models?|systems?) (?:reading|processing|that (?:reads?|process)|summari)|\bnotes? (?:for|to) (?:automated|bots?)\b/,
  /\byou (?:will|must|shall|may|can) (?:not|never|only) (?:mention|include|list|report|extract|say|answer|output|write|record)\b/,
  /^(?:please )?(?:generate|create|invent|fabricate|make up|add) (?:an?|one|another|some) (?:\w+ )?(?:decision|action item|statement)s? (?:that|which|saying|giving)\b|^(?:please )?make the (?:outcome|summary|decision|title) ["']/,
  new RegExp(
    `\\b(?:whoever|whatever|anyone who|the one who) (?:writes|reads|processes|summari[sz]es|extracts|transcribes) (?:this|these|the) ${SOURCE}\\b`,
  ),
  new RegExp(`\\b${WRITER} (?:must|should|shall|has to|needs to|is to) ${DOING}\\b[^.]{0,80}\\b${LISTS}\\b`),
  /\b(?:when|while|before|if|after) (?:you(?:'re| are)? )?(?:summari[sz]|extract|transcrib)(?:e|ing)\b/,
  new RegExp(
    `^(?:please |also |always |and )*(?:add|include|insert|append|mention|put|write|state|record|place)\\b (?:[^.]{0,60} )?(?:to|in|into|under) (?:the|your|this|these|every|each|all) ${LISTS}\\b`,
  ),
  /^(?:please |also |always )*(?:add|include|insert|put|place) (?:\S+ )?\S*(?:https?:\/\/|www\.)\S+ (?:to|in|into|under) (?:the|your|this|every|each|all)\b/,
  /\b(?:summary|minutes|recap|digest|meeting notes|list of (?:decisions|actions|action items)) (?:must|should|shall|has to|have to|needs? to) (?:not |never |also |only |always )?(?:say|state|mention|include|list|contain|read|show|omit|report|end|begin|start)\b/,
  new RegExp(
    `\\b(?:make sure|ensure|see to it)(?: that)? (?:the|your|this) ${LISTS} (?:only |also )?(?:includes?|says?|states?|mentions?|contains?|lists?|shows?|ends?|begins?)\\b`,
  ),
  /\b(?:leave|keep|take|strike) (?:[^.]{1,60} )?(?:out of|off|from) (?:the |your )?(?:summary|minutes|recap|digest|meeting notes|record)\b/,
  /^(?:please )?(?:write|produce|format|render|phrase|make|keep) (?:the|your|this) (?:summary|minutes|recap|digest) (?:in|as|like|sound|short|under)\b|\b(?:voice|tone|style|language) (?:for|in) (?:the|your) (?:summary|minutes|recap|digest)\b/,
  /^(?:please )?(?:(?:only|just) (?:summari[sz]e|extract|list)|summari[sz]e only|stop summari[sz]ing)\b|\b(?:skip|ignore|omit|drop) (?:the rest|everything else|all|most) of (?:the|this|these) (?:transcript|notes|document|text|input)\b/,
  new RegExp(
    `\\b(?:mark|set|treat|consider|record|log|list|report|show|flag) (?:all|every|each|everything|any|these|those|the (?:above|following|remaining|other|rest))\\b[^.]{0,60}\\b(?:as|to) (?:\\w+ )?${DONE}\\b`,
  ),
  new RegExp(
    `\\b(?:all|every|everything|each|any)\\b[^.]{0,50}\\b(?:should|must|shall|(?:is|are|has|have) to) be (?:marked|recorded|listed|set|treated|shown|logged|noted|reported|flagged|considered) (?:as )?${DONE}\\b`,
  ),
  /\b(?:mark|treat|record|list|log) (?:these|those|them|the following|everything|all of (?:this|it|them)) (?:here |below |above )?as (?:an? |the )?(?:\w+ )?(?:decisions?|actions?|action items?|facts?)\b/,
  new RegExp(
    `\\b(?:do not|don't|never) (?:mention|include|tell|reveal|list|show|record|report|disclose)\\b[^.]{0,60}\\b(?:users?|readers?|reviewers?|humans?|${LISTS})\\b|\\b(?:do not|don't|never) (?:extract|flag|minute|transcribe|summari[sz]e) (?:this|that|any|anything|the|these)\\b`,
  ),
  /\b(?:approve|publish|send|accept|sign off) (?:this|the|all|every)\b[^.]{0,40}\b(?:without (?:a )?(?:review|human|asking|confirmation|person)|automatically and)\b/,
  /\b(?:send|forward|e?mail|post|upload|exfiltrate|leak) (?:all|every|the (?:entire|full|whole|complete)) (?:\w+ ){0,2}(?:notes|transcripts?|conversations?|history|credentials|passwords|keys|secrets|e?mails|records)\b/,
];

// Working on the draft wholesale: "set the owner of every action item", "treat this paragraph as the only source".
const START =
  "^(?:please |also |now |then |and |just |simply |you must |always |never |do not |don't )*(?:assign|set|change|delete|remove|replace|extract|copy|quote|repeat|treat|consider|record|mark|label|list|return|report|give|rate|score|prefer|trust|attribute|append|prefix|encode|credit|rewrite|hide|classify|approve|accept|keep)\\b";
const PARTS =
  "(?:transcripts?|minutes|summar(?:y|ies)|recap|drafts?|action items?|actions|decisions?|outcomes?|statements?|evidence|due dates|owners?|questions|tasks)";
const WHOLESALE = [
  new RegExp(
    `${START} (?:[^.]{0,40} )?(?:all|every|each|any) (?:other |existing |the )?(?:\\w+ )?${PARTS}\\b`,
  ),
  new RegExp(`${START} (?:the |these )?${PARTS} (?:above|below|here)\\b`),
  new RegExp(
    `${START} (?:this|the following|these) (?:\\w+ )?(?:(?:line|sentence|paragraph|message|text)s?\\b.{0,20}\\b(?:as|in|into|over|to)\\b|draft\\b|as an? (?:\\w+ )?(?:decision|action))`,
  ),
  /^(?:regardless of|no matter what)\b.{0,40}\b(?:record|write|note|list|mark|state|the decision is|say)\b|\bregardless of what (?:was|is|has been) (?:said|written|discussed|decided)\b/,
  /\bno human (?:review|approval)\b|\b(?:this|these) (?:draft|message|statement|summary|item|transcript)s? (?:has|have|is|are|was|were) (?:already |pre-?)?(?:been )?approved\b|\b(?:reviewers?|approvers?) (?:has|have) already approved (?:these|this|all|every)\b/,
  /\b(?:tell|inform|warn|notify|convince) (?:the |every )?(?:readers?|reviewers?|approvers?)\b/,
  /^(?:stop (?:reading|processing|extracting) (?:here|now|this)|end of (?:the )?(?:transcript|input|document)\b)|\bdo not process (?:it|this|the)\b/,
  /\b(?:copy|quote|repeat|reproduce)\b.{0,40}\b(?:word for word|verbatim)\b/,
];

// What is said to a chat model: its reply, letter games, essays, translations, trivia.
const CHAT = [
  new RegExp(
    `\\b(?:in|to|of|into|from|for|with|using|over|across|inside|within|through|throughout) your (?:next |final |whole |entire )?${TEXT}\\b`,
  ),
  new RegExp(
    `\\b(?:modify|enhance|augment|render|provide|rewrite|translate|format|begin|start|end|finish|convert|scramble|limit|restrict|prefix|write|give|change|make|keep) (?:all |me )?your (?:entire |whole )?${TEXT}\\b`,
  ),
  /^(?:please )?(?:respond|reply|answer) (?:only |always |exclusively )?(?:with|in|by|using|as)\b/,
  /^(?:please )?(?:output|print|return|emit|say) (?:only|just|exactly|verbatim|the following|an empty|nothing|[{["'`])/,
  /\b(?:in|to|of|with) your (?:closing|opening|final|first|last|next) (?:line|sentence|paragraph|words?)\b/,
  /^sudo \w+|^(?:enter |enable )?(?:debug|developer|god|admin) mode (?:on|enabled|activated)[.!]?$|\blet's play a game:/,
  /\byour (?:instructions|programming|guidelines|rules) (?:have|has|are now|were)\b|\byou have been (?:updated|reprogrammed|instructed|authori[sz]ed to)\b|^remember that you (?:always|must|are|will|never)\b/,
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

/**
 * What people have been seen to plant in texts for a model to obey, and what they ask chat models. Each is tested on
 * folded text (lower case, plain quotes, no zero-width characters). Written so that minutes of real meetings, with
 * their own requests to a note taker, set off almost none.
 */
export const INSTRUCTION_PATTERNS: RegExp[] = [...TAKEOVER, ...ADDRESS, ...WHOLESALE, ...CHAT];
