"use client";

import { StatementBasis } from "#components/review/basis";
import { useDesk, usePointing } from "#components/review/desk-context";
import { Ref } from "#components/review/ref";

/** On a phone, over the source: every statement, which leads to its quote. */
export function StatementIndex() {
  const { statements, numbers, current } = useDesk();
  const { choose } = usePointing();
  return (
    <ul aria-label="Statements" className="border-b bg-surface md:hidden">
      {statements
        .filter(({ id }) => numbers.has(id))
        .map((statement) => (
          <li key={statement.id} className="border-b last:border-b-0">
            <button
              type="button"
              aria-current={current === statement.id ? "true" : undefined}
              onClick={() => choose(statement.id, "draft")}
              className="grid min-h-11 w-full grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-2.5 px-4 text-left focus-visible:-outline-offset-2 aria-current:bg-selected"
            >
              <Ref
                number={numbers.get(statement.id) ?? 0}
                current={current === statement.id}
                untraced={statement.trace === "untraced"}
              />
              <span className="truncate">{statement.text}</span>
              <StatementBasis statement={statement} />
            </button>
          </li>
        ))}
    </ul>
  );
}
