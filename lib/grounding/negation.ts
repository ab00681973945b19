import { foldWords } from "#lib/grounding/fold";

/**
 * Whether a sentence denies what a statement, resting on a quote in it, asserts: "No one will ship the v3 build".
 * Looks at the clause of the quote that the statement is about, also outside of the quote. A statement that
 * carries a negation of its own is taken to keep it. `start` and `end` are the quote's offsets in the sentence.
 */
export function isNegated(sentence: string, start: number, end: number, statement: string): boolean {
  const plain = withoutIdioms(sentence);
  if (keepsNegation(withoutIdioms(statement), plain)) return false;
  const clause = mainClause(plain, start, end, statement);
  for (const { index } of plain.slice(clause.start, clause.end).matchAll(NEGATION)) {
    const at = clause.start + index;
    if (at < end || /^[^,]{0,24}$/.test(plain.slice(end, at))) return true;
  }
  return false;
}

const NEGATION =
  /(?<![\p{L}'’-])(?:no[ -]?one|nobody|none|nothing|never|not|no(?! ?\.? ?\d)|no longer|neither|nor|cannot|unable to|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to|fail(?:s|ed)? to|\p{L}+n['’]t)(?![\p{L}-])/giu;

// Verbs that say by themselves that something is not, or not yet, to be.
const REPHRASED =
  /(?<!\p{L})(avoid|stop|cancel|drop|postpon|defer|delay|reject|declin|skip|exclud|prevent|remov|hold|paus|block|wait|abandon|scrap|refus|disabl|deprecat|without|against|undecided|unclear|unresolved|out of scope)(?:\p{L}{0,4})(?!\p{L})/giu;

/** Whether a statement denies as well: with a negation, or with a verb for one that the sentence does not use. */
function keepsNegation(statement: string, sentence: string): boolean {
  if (statement.search(NEGATION) !== -1) return true;
  const there = sentence.toLowerCase();
  return [...statement.matchAll(REPHRASED)].some((verb) => !there.includes(verb[1]!.toLowerCase()));
}

// Phrases with a negation in them that deny nothing of what stands beside them.
const IDIOMS =
  /(?<!\p{L})(?:no (?:objections?|problem|worries|doubt|rush|brainer|later than|sooner)|not (?:only|just|later than|to mention|least)|(?:if|why|whether or|or) not|(?:don['’]t|do not|not) (?:forget|hesitate)|can['’]t wait|(?:why |)(?:don['’]t|shouldn['’]t|couldn['’]t|can['’]t|won['’]t) (?:we|you)|nothing but|last but not least|no(?=[,.!] ))(?!\p{L})/giu;

function withoutIdioms(text: string): string {
  return text.replace(IDIOMS, (idiom) => " ".repeat(idiom.length));
}

type Range = { start: number; end: number };

// A subject with its verb begins a clause of its own: ", we should", "and I'll", ", Dana to".
const VERB =
  "(?:['’](?:ll|re|m|d)\\s|\\s(?:will|to|is|are|should|can|must|would|could|need|needs|have to|has to|want|wants|may|might)\\s)";
const SUBJECT = "(?:we|I|he|she|they|you|it)";
const BOUNDARY = new RegExp(
  [
    "[;—–]|\\s-\\s|\\sand then\\s",
    ",?\\s(?:but|because|although|though|while|whereas|however|so|yet)\\s",
    ",\\s(?:and|or|then|which|who)\\s",
    `(?:,|\\sand|\\sor)\\s(?:maybe |perhaps |then |so |instead )?(?=${SUBJECT}${VERB})`,
    `,\\s(?=\\p{Lu}\\p{L}+${VERB}|please\\s|let['’]?s\\s)`,
  ].join("|"),
  "gu",
);

/** Of the clauses that the quote touches, the one that shares most words with the statement. */
function mainClause(sentence: string, start: number, end: number, statement: string): Range {
  const words = new Set(foldWords(statement).split(" "));
  const shared = ({ start: from, end: to }: Range) =>
    foldWords(sentence.slice(Math.max(from, start), Math.min(to, end)))
      .split(" ")
      .filter((word) => words.has(word)).length;
  const touched = clauses(sentence).filter((clause) => clause.start < end && clause.end > start);
  return touched.reduce(
    (best, clause) => (shared(clause) > shared(best) ? clause : best),
    touched[0] ?? { start, end },
  );
}

function clauses(sentence: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (const boundary of sentence.matchAll(BOUNDARY)) {
    found.push({ start: from, end: boundary.index });
    from = boundary.index;
  }
  return [...found, { start: from, end: sentence.length }];
}
