/** A sentence that says what was decided, and how surely (1 to 4). `text` leaves the words of deciding out where it can. */
export type Decided = { text: string; weight: number };

/** What is yet to be decided, was decided elsewhere, or might be. */
const OPEN =
  /\b(?:no|not|never|n['’]t|without|before|once|until|if|whether|unless|need(?:s|ed)? to|have to|has to|must|should|can|could|may|might|to|had|previously|already|last (?:week|time|meeting|call|month|year)|that|which|what|as|like|when|how|where)\s+(?:(?:yet|been|be|have|a|an|any|really|make|made|reach|reached|come\s+to|final|clear|formal|we|we['’]ve|we['’]d|had|I|you|people|it|is|was|they)\s+){0,4}(?:decided?|decisions?|agree[ds]?|agreements?|consensus|resolved?|concluded?|approved?|accepted)\b|\b(?:should|could|might|may|would|can|must|to)\s+(?:\p{L}+\s+){0,2}(?:be\s+)?(?:moved|pushed|postponed|delayed|switched|renamed|set)\b|\bundecided\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred|needed|open)|\bdisagree|\bdecision\s+(?:process|maker)/iu;

const WE = "(?:we|they|the\\s+(?:team|group|board|committee|chairs?)|everyone|all)";
/** The words of deciding, and in the group what ties them to what was decided: without it they are no mere preface. */
const SAID: [RegExp, number][] = [
  [
    /(?:^|[\s,;])(?:the\s+)?(?:decision|verdict|consensus|conclusion|resolution|outcome|agreement)\s+(?:here\s+)?(?:is|was|seems\s+to\s+be)\s*((?:that|to)\s+|:\s*)?(?=\S)/iu,
    3.5,
  ],
  [
    new RegExp(
      `\\b(?:so\\s+)?${WE}(?:['’]ve|\\s+have)?\\s+(?:all\\s+|now\\s+|also\\s+|then\\s+|finally\\s+|just\\s+)?(?:decided|agreed|resolved|concluded|settled|opted|chose|voted)\\s+((?:on|to|that|upon)\\s+)?(?=\\S)`,
      "iu",
    ),
    3.5,
  ],
  [
    /\bit\s+(?:was|is|has\s+been)\s+(?:decided|agreed|resolved|concluded|settled)\s+((?:to|that|on)\s+)?(?=\S)/iu,
    3.5,
  ],
  [/^(?:agreed|decided|resolved)\s+((?:to|that|on|upon)\s+)(?=\S)/iu, 3],
  [/^(?:agreed|decided|settled)(?:,?\s+then)?(\s*[:,–—-]\s*)(?=\S)/iu, 3.2],
  [/\bthat['’]?s\s+(?:then\s+)?(?:decided|settled|agreed)(\s*[,:–—-]\s*|\s+then\s*)(?=\S)/iu, 3.5],
  [
    /\b(?:rough\s+|general\s+|broad\s+|clear\s+)?con[cs]ensus\s+((?:on|to|that)\s+)?(?:for\s+|around\s+|among\s+)?(?=\S)/iu,
    2.5,
  ],
  [/\b(?:all|generally|broadly|unanimously|finally)\s+(?:agreed|decided)\s+((?:that|on|to)\s+)(?=\S)/iu, 2.2],
];

/** What says it as it stands; the whole sentence is the decision. */
const SHOWN: [RegExp, number][] = [
  [
    /\b(?:was|were|has\s+been|have\s+been|got|(?:is|are)\s+(?:now\s+|formally\s+|officially\s+|unanimously\s+|tentatively\s+))\s*(?:now\s+|formally\s+|officially\s+|unanimously\s+|tentatively\s+|also\s+)?(?:approved|accepted|adopted|rejected|declined|ratified|chosen|selected)\b/iu,
    2,
  ],
  [
    /\b(?:is|are)\s+(?:approved|accepted|adopted|rejected|declined|ratified)(?:\s+(?:as|for|in|by|with)\b.*)?[.!]?$/iu,
    2,
  ],
  [
    /\b(?:motion|proposal|vote)\s+(?:carried|passed|passes|failed|fails|accepted)\b|\bunanimous(?:ly)?\b|\bno\s+objections?\b/iu,
    2.3,
  ],
  [
    /\b(?:we|let['’]?s)(?:['’]ll|\s+will|['’]re\s+going\s+to|\s+are\s+going\s+to|\s+should)?\s+(?:just\s+|then\s+)?(?:go|going|move|proceed|stick|sticking)\s+(?:ahead\s+|forward\s+)?with\b/iu,
    2.6,
  ],
  [
    /\b(?:we|they|\p{Lu}\S+)\s+(?:will|shall)\s+(?:not|no\s+longer)\b|\bwe\s+won['’]t\b|\bwe(?:['’]re|\s+are)\s+not\s+going\s+to\b|\bwill\s+not\s+be\s+(?:includ|part|ship|support)/u,
    1.8,
  ],
  [
    /\b(?:moved|pushed|postponed|delayed|rescheduled|set|switched|renamed|promoted)\s+(?:back\s+|out\s+)?(?:to|until|at)\b/iu,
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
    /\b(?:we|let['’]?s)(?:['’]ll|\s+will)?\s+(?:keep|drop|adopt|choose|pick|postpone|delay|cancel|stop|remove|leave|aim\s+for|target)\s+(?=\S+\s+\S)/iu,
    1.5,
  ],
  [
    /\b(?:will\s+be\s+(?:part\s+of|included|held)|goes\s+live|will\s+go\s+live|(?:is|are)\s+(?:now\s+)?(?:out\s+of|in)\s+(?:the|scope)|keep(?:ing)?\s+(?:the\s+)?current)\b/iu,
    1.5,
  ],
  [
    /\b(?:is|are|was|were|been|be|gets?|got|,)\s+(?:now\s+|therefore\s+|also\s+)?(?:motioned|moved|promoted|merged|included|excluded|dropped|scheduled|targeted|confirmed|finali[sz]ed|merged|removed|added)\s+(?:to|into|in|for|from|as|on|until)\b|^[^,;?]{3,60}\s(?:motioned|moved|promoted)\s+(?:to|into|in|for|as)\b/iu,
    1.5,
  ],
  [
    /\b(?:the\s+)?(?:most|majority|everyone|everybody|all|general(?:ly)?|overall|group)\s+(?:\p{L}+\s+){0,3}?(?:supports?|supported|prefers?|preferred|favou?rs?|favou?red|agrees?|leans?|leaning|ok(?:ay)?\s+with|fine\s+with|in\s+favou?r)\b|\b(?:opinion|feeling|preference|sentiment|agreement|recommendation|conclusion)\s+(?:is|was)\b|\b(?:strong(?:ly)?|clear)\s+(?:support|preference)\b/iu,
    1.6,
  ],
  [
    /^(?!(?:if|when|this|that|it|there)\b)[^,;?]{3,80}\swill\s+(?:now\s+|then\s+|also\s+|only\s+|still\s+)?be\s+(?!able|a\b|an\b|the\b|no\b|very|more|less|in\b|at\b|on\b|good|great|hard|easy|interesting|fine|ok)\p{Ll}+(?:ed|en|nt|lt|ne|de|ut|wn|id|shutdown)\b/iu,
    1.4,
  ],
  [/\b(?:moves|slips|shifts|stays)\s+(?:out\s+of|to|into|in|at|as)\b/u, 1.5],
  [/^(?:we\s+)?go\s+live\b/iu, 2.6],
  [/^(?:start|begin|go|ship|launch|use|keep|offer|sell)\b.{3,80}\bonly[.!]?$/iu, 1.6],
  [
    /^(?:keep|go\s+with|stick\s+with|move|target|ok(?:ay)?\s+to|canceling|cancelling|switching)\s+(?=\S+\s+\S)/iu,
    1.4,
  ],
];

/** Reads the decision in a sentence, if it tells of one; what is yet to be decided is none. */
export function decisionIn(sentence: string): Decided | null {
  if (/\?\s*$/.test(sentence) || sentence.length < 10 || OPEN.test(sentence)) return null;
  for (const [pattern, weight] of SAID) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const rest = sentence.slice(found.index + found[0].length);
    const before = sentence.slice(0, found.index).trim();
    const preface =
      found[1] !== undefined &&
      (before === "" || /^(?:so|and|then|ok|okay|yes|fine|great|well|alright)\b[^.]{0,20}$/i.test(before));
    return rest.split(/\s+/).length < 3 ? null : { text: preface ? rest : sentence, weight };
  }
  if (/^(?:if|when|once|normally|assuming|suppose|https?:)/i.test(sentence)) return null;
  for (const [pattern, weight] of SHOWN) if (pattern.test(sentence)) return { text: sentence, weight };
  return null;
}
