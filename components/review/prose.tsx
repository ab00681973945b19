"use client";

import { Fragment, type ReactNode } from "react";
import { basisOf } from "#components/review/basis";
import { useDesk } from "#components/review/desk-context";
import { Flags } from "#components/review/flags";
import { Ref } from "#components/review/ref";
import { StatementEditor } from "#components/review/statement-editor";
import { useRow } from "#components/review/use-row";
import { lastWordAt } from "#components/review/words";
import { Diff } from "#components/ui/diff";
import { Hidden } from "#components/ui/hidden";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

/** Statements that read as one paragraph, each underlined by how it is known. */
export function Prose({ sections }: { sections: Section[] }) {
  const { statements, current, editing } = useDesk();
  const first = statements[0]?.id;
  const found = sections.flatMap((section) =>
    statements
      .filter((statement) => statement.section === section.key)
      .map((statement) => ({ statement, section })),
  );
  if (found.length === 0) return null;
  const open = found.find(({ statement }) => statement.id === editing?.statementId);
  return (
    <>
      <p className="mt-2.5 max-w-[calc(var(--size-measure)+2.5rem)] px-5 text-md text-pretty max-md:px-4">
        {found.map(({ statement }) => (
          <Fragment key={statement.id}>
            <Sentence statement={statement} reachable={statement.id === (current ?? first)} />{" "}
          </Fragment>
        ))}
      </p>
      {open && (
        <div className="mt-2 border-t">
          <StatementEditor statement={open.statement} section={open.section} />
        </div>
      )}
      <FlaggedSentences statements={found.map(({ statement }) => statement)} />
    </>
  );
}

function Sentence({ statement, reachable }: { statement: Statement; reachable: boolean }) {
  const { numbers, current, changes, draft } = useDesk();
  const { "aria-current": _, ...row } = useRow(statement, reachable);
  const { basis, word } = basisOf(statement);
  const number = (
    <Ref
      number={numbers.get(statement.id) ?? 0}
      current={current === statement.id}
      untraced={basis === "none"}
    />
  );
  const before = draft.proposed.find((one) => one.id === statement.id)?.text ?? "";
  const look = `${looks[basis]} ${statement.kept ? "" : "text-faint line-through"}`;
  return (
    <span {...row} className="rounded-sm">
      {changes ? (
        <>
          <Diff before={before} after={statement.text} /> {number}
        </>
      ) : (
        <Marked text={statement.text} look={look} current={current === statement.id}>
          {number}
        </Marked>
      )}
      <Hidden>
        , {word}
        {statement.kept ? "" : ", declined"}
      </Hidden>
    </span>
  );
}

/** The number follows the last word and stands before its full stop, on the same line. */
function Marked({
  text,
  look,
  current,
  children,
}: {
  text: string;
  look: string;
  current: boolean;
  children: ReactNode;
}) {
  const stop = /[.!?…]*\s*$/.exec(text)?.[0] ?? "";
  const words = text.slice(0, text.length - stop.length);
  const cut = lastWordAt(words);
  const mark = current ? "true" : undefined;
  return (
    <>
      {cut > 0 && (
        <span className={look} aria-current={mark}>
          {words.slice(0, cut)}
        </span>
      )}
      <span className="whitespace-nowrap">
        <span className={look} aria-current={mark}>
          {words.slice(cut)}
        </span>
        {children}
        {stop.trim()}
      </span>
    </>
  );
}

function FlaggedSentences({ statements }: { statements: Statement[] }) {
  const { numbers, current } = useDesk();
  const flagged = statements.filter((statement) => statement.flags.length > 0);
  if (flagged.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-1 px-5 max-md:px-4">
      {flagged.map(({ id, flags }) => (
        <li key={id} className="flex items-center gap-2">
          <Ref number={numbers.get(id) ?? 0} current={current === id} />
          <Flags flags={flags} />
        </li>
      ))}
    </ul>
  );
}

const looks = {
  stated: "statement",
  inferred: "statement statement-inferred",
  none: "statement statement-untraced",
  free: "",
};
