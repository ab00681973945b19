/** What code knows of a week, in sentences: the one of all, what needs somebody (the most urgent first), figures, and what went well. */
export type BriefFacts = { head: string; needs: string[]; week: string[]; wins: string[] };

const LABELS = { head: "In all", needs: "Needs somebody", week: "The week", wins: "Went well" } as const;
type Kind = keyof typeof LABELS;

/** A fact as its line stands in the text, and the sentence it holds. Offsets are UTF-16 units, `end` exclusive. */
export type FactLine = { kind: Kind; line: string; sentence: string; start: number; end: number };

/** The facts of a week as the only source of its brief: a fact on each line. */
export function briefFactsText(about: string, { head, needs, week, wins }: BriefFacts): string {
  const lines = (kind: Kind, sentences: string[]) =>
    sentences.map((one) => `${LABELS[kind]}: ${oneLine(one)}`);
  return [
    oneLine(about),
    ...lines("head", head ? [head] : []),
    ...lines("needs", needs),
    ...lines("week", week),
    ...lines("wins", wins),
  ]
    .join("\n")
    .concat("\n");
}

/** The facts of such a text, in its order. */
export function readBriefFacts(text: string): FactLine[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const at = start;
    start += line.length + 1;
    const kind = KINDS.find((one) => line.startsWith(`${LABELS[one]}: `));
    if (!kind) return [];
    return [{ kind, line, sentence: line.slice(LABELS[kind].length + 2), start: at, end: at + line.length }];
  });
}

const KINDS = Object.keys(LABELS) as Kind[];

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
