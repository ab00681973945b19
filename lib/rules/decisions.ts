import { BODIES } from "#lib/rules/offices";
import { POLICY, POLICY_ING } from "#lib/rules/policy";

/** A sentence that says what was decided, and how surely (1 to 4). `text` leaves the words of deciding out where it can. */
export type Decided = { text: string; weight: number };

/** What is yet to be decided, was decided elsewhere, or might be. */
const OPEN =
  /\b(?:no|not|never|n['’]t|without|before|once|until|if|whether|unless|need(?:s|ed)? to|have to|has to|must|should|can|could|(?<!\d\s)may|might|had|previously|already|last (?:week|time|meeting|call|month|year)|that|which|what|as|like|when|how|where)\s+(?:(?:yet|been|be|have|a|an|any|really|make|made|reach|reached|come\s+to|final|clear|formal|we|we['’]ve|we['’]d|had|I|you|people|it|is|was|they)\s+){0,4}(?:decided?|decisions?|agree[ds]?|agreements?|consensus|resolved?|concluded?|approved?|accepted)\b|(?<!\b(?:vote[ds]?|moved|motion|motioned|agree[ds]?|decide[ds]?|resolve[ds]?|consensus)\b[^.]{0,40})\bto\s+(?:(?:be|have|make|reach|come\s+to|get|a|an|any|final|formal)\s+){0,3}(?:decided?|decisions?|agree|agreements?|consensus|resolve|conclude|approve)\b|\bundecided\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred|needed|open)|\bdisagree|\bdecision\s+(?:process|maker)|\bdid\s+not\s+(?:agree|decide|resolve)/iu;
/** What could be so: no decision, unless the words of deciding stand before it. */
const POSSIBLE =
  /\b(?:should|could|might|(?<!\d\s)may|would|can|must|to)\s+(?:\p{L}+\s+){0,2}(?:be\s+)?(?:moved|pushed|postponed|delayed|switched|renamed|set|dropped|changed|extended|elected|appointed)\b|\bto\s+be\s+(?:approved|accepted|adopted|rejected)\b|\bthinks?\b|\bproposes?\b|\bsuggests?\b/iu;

const WE = `(?:we|they|everyone|everybody|all|(?:(?:the|our)\\s+)?(?:\\p{L}+\\s+){0,2}?(?:${BODIES}))`;
/** The words of deciding, and in the group what ties them to what was decided: without it they are no mere preface. */
const SAID: [RegExp, number][] = [
  [
    /(?:^|[\s,;])(?:the\s+)?(?:decision|verdict|consensus|conclusion|resolution|outcome|agreement)\s+(?:here\s+)?(?:is|was|seems\s+to\s+be)\s*((?:that|to)\s+|:\s*)?(?=\S)/iu,
    3.5,
  ],
  [
    /(?:^|\b(?:the|final|a)\s+)(?:decision|verdict|conclusion|resolution|outcome)(\s*:\s*|\s+[–—-]\s+|\s+(?:made|reached|taken)\s+(?:to|that|on)\s+)(?=\S)|^(?:decision|agreement)(\s+(?:to|that)\s+)(?=\p{L})/iu,
    3.3,
  ],
  [
    new RegExp(
      `\\b(?:so\\s+)?${WE}(?:['’]ve|\\s+have|\\s+has)?\\s+(?:all\\s+|now\\s+|also\\s+|then\\s+|finally\\s+|just\\s+|unanimously\\s+|tentatively\\s+|mutually\\s+)?(?:decide[ds]?|agree[ds]?|resolve[ds]?|conclude[ds]?|settle[ds]?|opt(?:ed|s)|chose|chooses|voted?s?(?:\\s+\\d+\\s*(?:-|–|to)\\s*\\d+)?|elect(?:s|ed)(?=\\s+to))\\s+((?:on|to|that|upon)\\s+)?(?=\\S)`,
      "iu",
    ),
    3.5,
  ],
  [
    new RegExp(
      `\\b(?:so\\s+)?${WE}(?:['’]ve|\\s+have)?\\s+(?:all\\s+|then\\s+)?(?:decided|agreed|resolved)(?:\\s+then)?(\\s*[,:–—]\\s*)(?!(?:and|but|so|then|which|because|right|no)\\b)(?=\\S)`,
      "iu",
    ),
    3.2,
  ],
  [
    /\bit\s+(?:was|is|has\s+been)\s+(?:decided|agreed|resolved|concluded|settled)\s+((?:to|that|on)\s+)?(?=\S)/iu,
    3.5,
  ],
  [
    /[\s,](?:and|but|then)\s+(?:then\s+|finally\s+)?(?:decided|agreed|resolved|concluded)\s+(?:to|that|on|against)\s+(?=\S)/iu,
    2.8,
  ],
  [/^(?:agreed|decided|resolved),?\s+((?:to|that|on|upon)\s+)(?=\S)/iu, 3],
  [/^(?:agreed|decided|settled)(?:,?\s+then)?(\s*[:,–—-]\s*)(?=\S)/iu, 3.2],
  [
    /\b(?:that|it)['’]?s\s+(?:then\s+)?(?:decided|settled|agreed)(\s*[,:–—-]\s*|\s+then\s*|\s+(?:that|to)\s+)(?=\S)/iu,
    3.5,
  ],
  [
    /(?:^|\b(?:a|the|is|was|by|with|reached|have|had|rough|general|broad|clear|full|strong|wide|lazy)\s+)con[cs]ensus\s*((?:on|to|that|is|was)\s+|[:,–—-]\s*)(?=\S)|\b(?:rough|general|broad|clear|lazy|wide|full)\s+(?:con[cs]ensus|agreement)\s+(?:(?:for|around|among|on|to|that|reached)\s+)(?=\S)|\bcon[cs]ensus\s+(?:(?:is|was|seems|seemed)\s+(?:to\s+be\s+)?|reached\s+|for\s+|around\s+|among\s+)(?=\S)/iu,
    2.5,
  ],
  [/\b(?:all|generally|broadly|unanimously|finally)\s+(?:agreed|decided)\s+((?:that|on|to)\s+)(?=\S)/iu, 2.2],
];

/** What says it as it stands; the whole sentence is the decision. */
const SHOWN: [RegExp, number][] = [
  [
    /\b(?:was|were|has\s+been|have\s+been|got|(?:is|are)\s+(?:now\s+|formally\s+|officially\s+|unanimously\s+|tentatively\s+))\s*(?:now\s+|formally\s+|officially\s+|unanimously\s+|tentatively\s+|also\s+)?(?:approved|accepted|adopted|rejected|declined|ratified|chosen|selected|endorsed|denied|granted|awarded|(?:re-?)?elected|appointed|nominated|named|authori[sz]ed|waived|rescinded|vetoed)\b/iu,
    2,
  ],
  [
    new RegExp(
      `(?:^|,\\s+(?:and|but|so|then)\\s+)(?:by\\s+(?:rough\\s+)?consensus,?\\s+)?(?:(?:the|our)\\s+)?(?:[\\p{L}’'-]+\\s+){0,3}?(?:${BODIES})\\s+(?:has\\s+|have\\s+|also\\s+|then\\s+|now\\s+|unanimously\\s+|formally\\s+){0,2}(?:approve[ds]?|accept(?:s|ed)?|adopt(?:s|ed)?|reject(?:s|ed)?|ratif(?:y|ies|ied)|endorse[ds]?|elect(?:s|ed)?|appoint(?:s|ed)?|authori[sz]e[ds]?|grant(?:s|ed)?|den(?:y|ies|ied)|waive[ds]?|award(?:s|ed)?|favou?r(?:s|ed)?|prefer(?:s|red)?|support(?:s|ed)?|decline[ds]?|set|sets|confirm(?:s|ed)?)\\s+(?=\\S)`,
      "iu",
    ),
    2.2,
  ],
  [
    /^(?:unanimously\s+)?(?:approved|accepted|adopted|rejected|ratified|elected|appointed|authorized|authorised|endorsed|awarded|waived|confirmed)(?:\s+(?!by\b|in\b|at\b|on\b)|[,;]\s+)(?=\S+\s+\S)/iu,
    2,
  ],
  [
    /\b(?:moved|motion(?:ed)?)\b.*\bsecond(?:ed|s)?\b.*\b(?:carried|passed|passes|approved|unanimous(?:ly)?|adopted|all\s+in\s+favou?r|\d+\s*[-–]\s*\d+)\b/iu,
    2.8,
  ],
  [
    /^(?:it\s+was\s+)?mo(?:ved|tioned|tion)\b.{0,60}\bto\s+(?:approve|adopt|accept|amend|table|adjourn|appoint|elect|authori[sz]e|ratify|reject|postpone|rescind)\b/iu,
    1.6,
  ],
  [
    /^(?:from\s+now\s+on|going\s+forward|henceforth|effective|as\s+of\s+(?:today|now|\p{L}+\s+\d))\b.{12,}/iu,
    2.2,
  ],
  [
    /^(?:(?!(?:as|what|how|who|whose|whoever['’]?s?|where|because|if|that|than|like|since|so|which)\b)\S+\s+){1,4}it\s+is[.!]?$|\b(?:is|are)\s+off\s+the\s+table\b/iu,
    1.8,
  ],
  [
    /^(?:(?:ok(?:ay)?|so|fine|good|right|then|great|alright|yes)[,\s]+){1,3}we\s+(?:ship|use|keep|go|start|stop|move|drop|merge|stay|take|do|skip|release|launch|meet|switch|wait)\b\s+\S/iu,
    1.7,
  ],
  [
    /\b(?:is|are)\s+(?:approved|accepted|adopted|rejected|declined|ratified)(?:\s+(?:as|for|in|by|with)\b.*)?[.!]?$/iu,
    2,
  ],
  [
    /\b(?:motion|proposal|vote|resolution|amendment)\b.{0,80}?\s(?:carried|carries|passed|passes|failed|fails|accepted|approved)\b|\bunanimous(?:ly)?\b|\bno\s+objections?\b|\b(?:nobody|no\s*one|none)\s+(?:objected|opposed|was\s+opposed|disagreed)\b|\ball\s+in\s+favou?r\b/iu,
    2.3,
  ],
  [
    /\b(?:we|let['’]?s)(?:['’]ll|\s+will|['’]re\s+going\s+to|\s+are\s+going\s+to|\s+should)?\s+(?:just\s+|then\s+)?(?:go|going|went|move|moved|proceed|stick|sticking|stuck)\s+(?:ahead\s+|forward\s+)?with\b/iu,
    2.6,
  ],
  [
    /\b(?:[Ww]e|[Tt]hey|\p{Lu}\S+)\s+(?:will|shall)\s+(?:not|no\s+longer)\s+(?!be\s+(?:able|here|there|available|present)|attend|join|make\s+it|be\s+attending|be\s+joining|have\b|know\b)|\b[Ww]e\s+won['’]t\s+(?!be\s+able|have\b|know\b|get\b)|\b[Ww]e(?:['’]re|\s+are)\s+not\s+(?!sure\b|being\b|having\b)(?:going\s+to|\p{Ll}{2,}ing)\b|\bwill\s+not\s+be\s+(?:includ|part|ship|support)/u,
    1.8,
  ],
  [
    /\b(?:moved|pushed|postponed|delayed|rescheduled|set|switched|renamed|promoted|changed|extended|raised|increased|reduced|lowered|shortened|capped|limited|restricted|cut|downgraded|upgraded|reverted)\s+(?:back\s+|out\s+|from\s+\S+\s+)?(?:to|until|at|down\s+to)\b/iu,
    1.5,
  ],
  [
    /^[^,;]{3,80}\b(?:approved|accepted|rejected|adopted)(?:\s+(?:by|with|for|as|in)\b.{1,60})?[.!]?\s*$/iu,
    1.9,
  ],
  [/\b(?:we['’]?re|we\s+are)\s+(?:going|sticking)\s+(?:with|for)\b|^going\s+with\b/iu, 2],
  [
    /\b(?:we(?:['’]ll|\s+will)|let['’]?s)\b.{3,120}\b(?:instead|rather\s+than)\b|\b(?:instead\s+of|rather\s+than)\b.{3,120}\b(?:we['’]?ll|we\s+will|let['’]?s)\b/iu,
    1.7,
  ],
  [
    new RegExp(
      `\\b(?:(?:we|let['’]?s)(?:['’]ll|\\s+will)?|we(?:['’]re|\\s+are)\\s+(?:going\\s+to|gonna)|we(?:['’]ll|\\s+will)?\\s+plan\\s+(?:to|on))\\s+(?:just\\s+|then\\s+|now\\s+|all\\s+)?(?:${POLICY})\\s+(?=\\S+\\s+\\S|\\p{Lu})`,
      "iu",
    ),
    1.8,
  ],
  [
    new RegExp(
      `\\bwe(?:['’]re|\\s+are)\\s+(?:now\\s+|all\\s+)?(?:${POLICY_ING})\\s+(?=\\S+\\s+\\S|\\p{Lu})|\\bwe(?:['’]ll|\\s+will)?\\s+plan\\s+on\\s+(?:${POLICY_ING})\\b`,
      "iu",
    ),
    1.8,
  ],
  [
    /^(?:[Ii]t\s+was|(?!I\b|we\b|can\b)\p{Lu}[\p{L}'’-]+)\s+(?:also\s+)?confirm(?:s|ed)\s+that\s+(?=\S+\s+\S)/u,
    1.5,
  ],
  [
    /\b(?:will\s+be\s+(?:part\s+of|included|held)|goes\s+live|will\s+go\s+live|(?:is|are)\s+(?:now\s+)?(?:out\s+of|in)\s+(?:the|scope)|keep(?:ing)?\s+(?:the\s+)?current|(?:goes|comes|takes)\s+(?:into\s+)?effect|^no\s+changes?\s+(?:to|in|of|for))\b/iu,
    1.5,
  ],
  [
    /\b(?:is|are|was|were|been|be|gets?|got|,)\s+(?:now\s+|therefore\s+|also\s+)?(?:motioned|moved|promoted|merged|included|excluded|dropped|scheduled|targeted|confirmed|finali[sz]ed|merged|removed|added)\s+(?:to|into|in|for|from|as|on|until)\b|^[^,;?]{3,60}\s(?:motioned|moved|promoted)\s+(?:to|into|in|for|as)\b/iu,
    1.5,
  ],
  [
    /\b(?:the\s+)?(?:most|majority|everyone|everybody|all|general(?:ly)?|overall|group|team)\s+(?:\p{L}+\s+){0,3}?(?:supports?|supported|prefers?|preferred|favou?rs?|favou?red|agrees?|leans?|leaning|ok(?:ay)?\s+with|fine\s+with|in\s+favou?r)\b|\b(?:opinion|feeling|preference|sentiment|agreement|recommendation|conclusion)\s+(?:is|was)\b|\b(?:strong(?:ly)?|clear)\s+(?:support|preference)\b/iu,
    1.6,
  ],
  [
    /^(?!(?:if|when|this|that|it|there)\b)[^,;?]{3,80}\swill\s+(?:now\s+|then\s+|also\s+|only\s+|still\s+)?be\s+(?!able|a\b|an\b|the\b|no\b|very|more|less|in\b|at\b|on\b|good|great|hard|easy|interesting|fine|ok)\p{Ll}+(?:ed|en|nt|lt|ne|de|ut|wn|id|shutdown)\b/iu,
    1.4,
  ],
  [
    /\b(?:moves|slips|shifts|stays|graduates|(?:meetings?|calls?|dates?|deadline|release|office|feature|times?|project)\s+will\s+(?:move|slip|shift|stay|graduate|advance|switch|change|remain))\s+(?:out\s+of|to|into|in|at|as)\b|\bwill\s+graduate\b|\b(?:is|are)\s+(?:now\s+)?(?:dropped|deprecated|retired|cancell?ed|frozen|discontinued|abandoned)\b|\bwill\s+be\s+(?:the|our)\s+(?:new|next)\b|\benters?\s+(?:final|last)\s+\p{L}+/iu,
    1.5,
  ],
  [/^(?:we\s+)?go\s+live\b/iu, 2.6],
  [/^(?:start|begin|go|ship|launch|use|keep|offer|sell)\b.{3,80}\bonly[.!]?$/iu, 1.6],
  [
    /^(?:keep|leave|go\s+with|stick\s+with|move|target|delay|postpone|drop|adopt|switch|retain|defer|ok(?:ay)?\s+to|cancell?ing|switching|dropping|deprecating|removing|postponing|adopting|keeping|renaming|retiring|closing|merging|moving)\s+(?=\S+\s+\S)/iu,
    1.4,
  ],
];

/** One of the words that what is open and what is said to be decided both have. */
const DECIDING =
  /deci[ds]|agree|con[cs]ens|resol|conclu|approv|accept|settl|\bopt|\bchos|\bchooses|\bvote|\belect|verdict|outcome/i;

/** "We agreed on that" tells nothing by itself. */
const VAGUE =
  /^(?:(?:on|to|with|about|in)\s+)?(?:(?:that|this|it|so|yesterday|today|earlier|then|already|too|as\s+well|before|me|you|him|her|them)\b[\s,.!]*)+$/iu;

/** Reads the decision in a sentence, if it tells of one; what is yet to be decided is none. */
export function decisionIn(sentence: string): Decided | null {
  if (/\?\s*$/.test(sentence) || sentence.length < 10) return null;
  const speaks = DECIDING.test(sentence);
  if (speaks && OPEN.test(sentence)) return null;
  for (const [pattern, weight] of speaks ? SAID : []) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const rest = sentence.slice(found.index + found[0].length);
    const before = sentence.slice(0, found.index).trim();
    const preface =
      (found[1] ?? found[2]) !== undefined &&
      (before === "" || /^(?:so|and|then|ok|okay|yes|fine|great|well|alright)\b[^.]{0,20}$/i.test(before));
    if (VAGUE.test(rest)) return null;
    const whole = rest.split(/\s+/).length < (preface ? 2 : 1);
    return { text: preface && !whole ? rest : sentence, weight };
  }
  if (/^(?:if|when|once|normally|assuming|suppose|https?:)/i.test(sentence)) return null;
  for (const [pattern, weight] of SHOWN)
    if (pattern.test(sentence)) return POSSIBLE.test(sentence) ? null : { text: sentence, weight };
  return null;
}
