import { Fragment } from "react";
import { openWords } from "#lib/grounding/open-words";
import type { Statement } from "#lib/grounding/statement";

/** The words of a sentence; what of them stands in no source, and nobody took on, has a wavy line under it. */
export function UnsourcedText({
  statement,
  look,
  current,
}: {
  statement: Statement;
  look: string;
  current?: boolean;
}) {
  const mark = current ? "true" : undefined;
  return cutAt(statement).map(({ words, open, at }) => (
    <Fragment key={at}>
      <span className={open ? "statement statement-untraced" : look} aria-current={mark}>
        {words}
      </span>
    </Fragment>
  ));
}

/** A text in stretches, each of which is open words or none. */
function cutAt(statement: Statement): { words: string; open: boolean; at: number }[] {
  const { text } = statement;
  const cuts: { words: string; open: boolean; at: number }[] = [];
  let from = 0;
  const found = openWords(statement)
    .map(({ words }) => ({ words, at: text.indexOf(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  for (const { words, at } of found) {
    if (at < from) continue;
    if (at > from) cuts.push({ words: text.slice(from, at), open: false, at: from });
    cuts.push({ words, open: true, at });
    from = at + words.length;
  }
  if (from < text.length) cuts.push({ words: text.slice(from), open: false, at: from });
  return cuts;
}
