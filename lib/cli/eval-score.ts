import { z } from "zod";
import { fold, isQuoteIn, share, wordCount } from "#lib/cli/eval-words";

const Kind = z.enum(["action", "decision", "action_or_decision"]);

/** A labelled text: what people wrote down as its actions and decisions. `derivable` marks what the input supports. */
export const Gold = z.object({
  id: z.string(),
  community: z.string(),
  gold_kind: z.string(),
  items: z.array(
    z.object({
      type: Kind,
      text: z.string(),
      owners: z.array(z.string()).default([]),
      derivable: z.boolean().default(false),
    }),
  ),
});
export type Gold = z.infer<typeof Gold>;

/** One line of a predictions file. */
export type Prediction = { id: string; items: PredictedItem[] };
export type PredictedItem = {
  type: "action" | "decision";
  text: string;
  owners: string[];
  due: string | null;
  quote: string;
};

/** A labelled text beside what a writer made of it. `onMarkers`: the text still had its markers, so every label counts. */
export type Scored = { gold: Gold; text: string; items: PredictedItem[]; onMarkers: boolean };

/** Shares are rounded to three digits and null where there was nothing to count. */
export type Figures = {
  set: string;
  docs: number;
  recall: number | null;
  action_recall: number | null;
  decision_recall: number | null;
  owner_accuracy: number | null;
  quotes_found: number | null;
  predictions: number;
  per_gold: number | null;
};

/** A point is a sentence, not a page: longer ones count for nothing. */
const LONGEST_TEXT = 40;

/** The figures of each set of texts; without `setsOf`, of each community and of all texts together. */
export function score(
  texts: Scored[],
  setsOf = ({ gold }: Scored): string[] => [gold.community, "ALL"],
): Figures[] {
  const tallies = new Map<string, Tally>();
  for (const text of texts)
    for (const set of setsOf(text)) {
      const tally = tallies.get(set) ?? { ...NOTHING };
      tallies.set(set, tally);
      count(tally, text);
    }
  return [...tallies].map(([set, tally]) => figures(set, tally));
}

const NOTHING = {
  docs: 0,
  predictions: 0,
  gold: 0,
  sought: 0,
  found: 0,
  actions: 0,
  actionsFound: 0,
  decisions: 0,
  decisionsFound: 0,
  owned: 0,
  ownersRight: 0,
  quotesFound: 0,
};
type Tally = typeof NOTHING;

function count(tally: Tally, { gold, text, items, onMarkers }: Scored): void {
  tally.docs++;
  tally.predictions += items.length;
  tally.gold += gold.items.length;
  const source = fold(text);
  tally.quotesFound += items.filter((i) => isQuoteIn(source, i.quote)).length;
  for (const type of Kind.options) {
    const sought = gold.items.filter((g) => g.type === type && (onMarkers || g.derivable));
    const offered = items.filter((i) => type === "action_or_decision" || i.type === type);
    const pairs = pairUp(sought, offered);
    tally.sought += sought.length;
    tally.found += pairs.length;
    if (type === "action") {
      tally.actions += sought.length;
      tally.actionsFound += pairs.length;
    } else if (type === "decision") {
      tally.decisions += sought.length;
      tally.decisionsFound += pairs.length;
    }
    const owned = pairs.filter(([g]) => g.owners.length > 0);
    tally.owned += owned.length;
    tally.ownersRight += owned.filter(([g, i]) => sharesOwner(g.owners, i.owners)).length;
  }
}

type Label = Gold["items"][number];

/** Pairs labels with predictions, the most alike first, each at most once. */
function pairUp(labels: Label[], items: PredictedItem[]): [Label, PredictedItem][] {
  const golds = labels.map((l) => ({ label: l, words: contentWords(l.text) }));
  const preds = items.map((i) => ({
    item: i,
    words: contentWords(i.text),
    long: wordCount(i.text) > LONGEST_TEXT,
  }));
  const alike = golds.flatMap((g, gi) =>
    preds
      .map((p, pi) => ({ gi, pi, likeness: p.long ? 0 : likeness(g.words, p.words) }))
      .filter((x) => x.likeness >= 0.5),
  );
  alike.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  return alike.flatMap(({ gi, pi }) => {
    if (taken.has(`g${gi}`) || taken.has(`p${pi}`)) return [];
    taken.add(`g${gi}`).add(`p${pi}`);
    return [[golds[gi]!.label, preds[pi]!.item]];
  });
}

/** F1 of content words; or the share of the label's words, where the prediction is not much longer. */
function likeness(gold: Set<string>, pred: Set<string>): number {
  const both = [...gold].filter((w) => pred.has(w)).length;
  if (!gold.size || !pred.size) return 0;
  const f1 = (2 * both) / (gold.size + pred.size);
  return both >= 2 && pred.size <= 2.5 * gold.size + 3 ? Math.max(f1, both / gold.size) : f1;
}

/** No more owners count than the label names, nor more than four words an owner. */
function sharesOwner(gold: string[], mine: string[]): boolean {
  const said = contentWords(
    mine
      .slice(0, gold.length)
      .join(" ")
      .split(/\s+/)
      .slice(0, 4 * gold.length)
      .join(" "),
  );
  return gold.some((owner) => [...contentWords(owner)].some((w) => said.has(w)));
}

function figures(set: string, t: Tally): Figures {
  return {
    set,
    docs: t.docs,
    recall: share(t.found, t.sought),
    action_recall: share(t.actionsFound, t.actions),
    decision_recall: share(t.decisionsFound, t.decisions),
    owner_accuracy: share(t.ownersRight, t.owned),
    quotes_found: share(t.quotesFound, t.predictions),
    predictions: t.predictions,
    per_gold: share(t.predictions, t.gold),
  };
}

const STOP_WORDS = new Set(
  (
    "a an and are as at be been but by can could do does for from had has have he her his how i if in into is it its just " +
    "let more my need needs no not of on or our out she should so some than that the their them then there they this to " +
    "up us was we were what when which who will with would you your"
  ).split(" "),
);

function contentWords(text: string): Set<string> {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .split(" ");
  return new Set(words.filter((w) => w && !STOP_WORDS.has(w)).map((w) => w.replace(/(ing|ed|es|s)$/, "")));
}
