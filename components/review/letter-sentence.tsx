"use client";

import { basisOf } from "#components/review/basis";
import { useDesk } from "#components/review/desk-context";
import { Ref } from "#components/review/ref";
import { UnsourcedText } from "#components/review/unsourced-text";
import { useRow } from "#components/review/use-row";
import { lastWordAt } from "#components/review/words";
import { Diff } from "#components/ui/diff";
import { Hidden } from "#components/ui/hidden";
import { openWords } from "#lib/grounding/open-words";
import type { Statement } from "#lib/grounding/statement";
import { sentenceOf } from "#lib/outreach/letter-parts";

/** A sentence of the mail, underlined by how it is known, with the number of its quote after its last word. */
export function LetterSentence({ sentence, reachable }: { sentence: Statement; reachable: boolean }) {
  const { numbers, current, changes, draft } = useDesk();
  const { "aria-current": _, ...row } = useRow(sentence, reachable);
  const { basis, word } = basisOf(sentence);
  const number = numbers.get(sentence.id);
  const isCurrent = current === sentence.id;
  const before = draft.proposed.find((one) => one.id === sentence.id)?.text ?? "";
  const text = sentenceOf(sentence);
  const ref = number !== undefined && <Ref number={number} current={isCurrent} untraced={basis === "none"} />;
  const open = openWords(sentence).length;
  return (
    <span {...row} className="rounded-sm">
      {changes ? (
        <>
          <Diff before={before} after={sentence.text} /> {ref}
        </>
      ) : (
        <Numbered text={text} sentence={sentence} look={looks[basis]} current={isCurrent}>
          {ref}
        </Numbered>
      )}
      <Hidden>
        {number !== undefined && `, ${word}`}
        {open > 0 && ", has words that stand in no source"}
      </Hidden>
    </span>
  );
}

type NumberedProps = {
  text: string;
  sentence: Statement;
  look: string;
  current: boolean;
  children: React.ReactNode;
};

/** The number stands after the last word and before its stop, on the same line. */
function Numbered({ text, sentence, look, current, children }: NumberedProps) {
  const stop = /[.!?…:”’]*$/.exec(text)?.[0] ?? "";
  const words = text.slice(0, text.length - stop.length);
  const cut = lastWordAt(words);
  const part = (of: string) => (
    <UnsourcedText statement={{ ...sentence, text: of }} look={look} current={current} />
  );
  if (!children) return part(text);
  const split = splitsOpen(sentence, words, cut) ? 0 : cut;
  return (
    <>
      {split > 0 && part(words.slice(0, split))}
      <span className={split > 0 ? "whitespace-nowrap" : ""}>
        {part(words.slice(split))}
        {children}
        {stop}
      </span>
    </>
  );
}

/** Whether a cut goes through words that are marked as one. */
function splitsOpen(sentence: Statement, words: string, cut: number): boolean {
  return openWords(sentence).some((open) => {
    const at = words.indexOf(open.words);
    return at >= 0 && at < cut && at + open.words.length > cut;
  });
}

const looks = {
  free: "",
  stated: "statement",
  inferred: "statement statement-inferred",
  none: "statement statement-untraced",
};
