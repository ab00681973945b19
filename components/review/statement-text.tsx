"use client";

import { useDesk } from "#components/review/desk-context";
import { NumberedText } from "#components/review/numbered-text";
import { Ref } from "#components/review/ref";
import { Diff } from "#components/ui/diff";
import type { Statement } from "#lib/grounding/statement";

/** The words of a row and the number they carry; with changes on, as a diff against the first revision. */
export function StatementText({ statement }: { statement: Statement }) {
  const { numbers, current, changes, draft } = useDesk();
  const number = (
    <Ref
      number={numbers.get(statement.id) ?? 0}
      current={current === statement.id}
      untraced={statement.trace === "untraced"}
    />
  );
  if (!changes) return <NumberedText text={statement.text}>{number}</NumberedText>;
  const before = draft.proposed.find((one) => one.id === statement.id)?.text ?? "";
  return (
    <>
      <Diff before={before} after={statement.text} /> {number}
    </>
  );
}
