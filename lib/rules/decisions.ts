/** A sentence that says what was decided, and how surely (1 to 4). `text` leaves the words of deciding out where it can. */
export type Decided = { text: string; weight: number };

const OPEN =
  /\b(?:no|not|never|n['’]t|without|before|once|until|if|whether|unless|need(?:s|ed)? to|have to|has to|must|should|can|could|to)\s+(?:(?:yet|been|be|have|a|an|any|really|make|made|reach|reached|come\s+to|final|clear|formal|we|it|is|was|they)\s+){0,4}(?:decided?|decisions?|agree[ds]?|agreements?|consensus|resolved?|concluded?|approved?)\b|\bundecided\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred|needed|open)|\bdisagree/iu;

const SAID: [RegExp, number][] = [
  [
    /\b(?:(?:the\s+)?(?:decision|verdict|consensus|conclusion|resolution|outcome|agreement)\s+(?:here\s+)?(?:is|was|seems\s+to\s+be)\s*(?:that\s+|to\s+|:\s*)?)(?=\S)/iu,
    3.5,
  ],
  [
    /\b(?:so\s+)?(?:we|they|the\s+(?:team|group|board|committee|chairs?))(?:['’]ve|\s+have|\s+had)?\s+(?:all\s+|now\s+|also\s+|then\s+|finally\s+|just\s+)?(?:decided|agreed|resolved|concluded|settled|opted|chose|voted)\s+(?:on\s+|to\s+|that\s+|for\s+|upon\s+|against\s+)?(?=\S)/iu,
    3.5,
  ],
  [
    /\bit\s+(?:was|is|has\s+been)\s+(?:decided|agreed|resolved|concluded|settled)\s+(?:to\s+|that\s+|on\s+)?(?=\S)/iu,
    3.5,
  ],
  [/^(?:agreed|decided|resolved)\s+(?:to\s+|that\s+|on\s+|upon\s+)(?=\S)/iu, 3],
  [/\b(?:agreed|decided)\s+(?:that\s+|on\s+(?:a\s+|the\s+)?)(?=\S)/iu, 2.2],
  [/\bthat['’]?s\s+(?:then\s+)?(?:decided|settled|agreed)(?:\s*[,:–—-]\s*|\s+then\s*)(?=\S)/iu, 3.5],
  [/\b(?:rough\s+|general\s+|broad\s+|clear\s+)?consensus\s+(?:on|to|that|for|around|among)\s+(?=\S)/iu, 2.5],
];
/** What says it as it stands; the whole sentence is the decision. */
const SHOWN: [RegExp, number][] = [
  [
    /\b(?:is|are|was|were|has\s+been|have\s+been|been|be|got|gets)\s+(?:now\s+|formally\s+|officially\s+|unanimously\s+|tentatively\s+|also\s+)?(?:approved|accepted|adopted|rejected|declined|ratified|chosen|selected|agreed|decided|confirmed)\b/iu,
    2,
  ],
  [
    /\b(?:motion|proposal|vote)\s+(?:carried|passed|passes|failed|fails|accepted)\b|\bunanimous(?:ly)?\b/iu,
    2.5,
  ],
  [
    /\b(?:we|let['’]?s)(?:['’]ll|\s+will|['’]re\s+going\s+to|\s+are\s+going\s+to|\s+should)?\s+(?:just\s+|then\s+)?(?:go|going|move|proceed|stick|sticking)\s+(?:ahead\s+|forward\s+)?with\b/iu,
    2.6,
  ],
  [
    /\b(?:will|shall|is|are)\s+(?:not\s+|no\s+longer\s+)(?:going\s+to\s+)?(?:be\s+)?(?:ship|support|includ|us|do|pursu|implement|add|mak|go|accept|allow|requir|part)\p{Ll}*/iu,
    1.4,
  ],
  [
    /\b(?:moved|pushed|postponed|delayed|scheduled|set|switched|switching|renamed|dropped|removed)\s+(?:back\s+)?(?:to|from|until|for|at|out)\b/iu,
    1.1,
  ],
  [
    /\b(?:approved|accepted|rejected|adopted)(?:\s+by\b.{1,60}|\s+with\b.{1,60}|\s+for\b.{1,60})?[.!]?\s*$/iu,
    1.8,
  ],
  [/\b(?:we['’]?re|we\s+are|going)\s+(?:going\s+|sticking\s+)?with\b/iu, 1.5],
  [
    /\b(?:instead\s+of|rather\s+than)\b.*\b(?:we['’]?ll|we\s+will|will|let['’]?s)\b|\b(?:we['’]?ll|we\s+will|will|let['’]?s)\b.*\b(?:instead|rather\s+than)\b/iu,
    1.4,
  ],
  [
    /\b(?:we|let['’]?s)(?:['’]ll|\s+will)?\s+(?:keep|drop|leave|use|adopt|choose|pick|postpone|delay|cancel|stop|remove)\b/iu,
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
    const text =
      before === "" || /^(?:so|and|then|ok|okay|yes|fine|great|well|alright)\b[^.]{0,20}$/i.test(before)
        ? rest
        : sentence;
    return { text, weight };
  }
  for (const [pattern, weight] of SHOWN) if (pattern.test(sentence)) return { text: sentence, weight };
  return null;
}

const DEFERRED =
  /\b(?:deferr?ed|postpon(?:ed|e)|tabled?|parked?|revisit(?:ed)?|punt(?:ed)?|carried\s+over|come\s+back\s+to|pick\s+(?:this|it)\s+up|continued?|follow(?:ed)?[- ]up)\b.{0,60}\b(?:next|until|later|future|another|offline|week|month|meeting|call|session)\b|\bno\s+(?:decision|agreement|consensus)\b|\b(?:un|not\s+yet\s+)decided\b|\b(?:need|needs|have|has)\s+to\s+(?:be\s+)?decide[d]?\b|\bdecision\s+(?:is\s+|was\s+)?(?:pending|postponed|deferred)\b/iu;

/** Whether a sentence puts a decision off. */
export function isDeferral(sentence: string): boolean {
  return sentence.length < 300 && !/\?\s*$/.test(sentence) && DEFERRED.test(sentence);
}
