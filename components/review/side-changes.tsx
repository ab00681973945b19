"use client";

import { diffStatements } from "#components/review/changes";
import { useDesk } from "#components/review/desk-context";
import { Diff } from "#components/ui/diff";
import { formatDay, isDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";

/** What else of a statement changed since the first revision: its person, its date, whether it is kept. */
export function SideChanges({ statement }: { statement: Statement }) {
  const { changes, draft } = useDesk();
  const before = draft.proposed.find((one) => one.id === statement.id);
  if (!changes || !before) return null;
  const beside = diffStatements([before], [statement])[0]?.beside ?? [];
  const word = (value: string) => (isDay(value) ? formatDay(value, { today: draft.today }) : value);
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-muted empty:hidden">
      {beside.map(({ label, from, to }) => (
        <span key={label}>
          {label} <Diff before={word(from)} after={word(to)} />
        </span>
      ))}
    </span>
  );
}
