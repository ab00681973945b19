"use client";

import { useDesk } from "#components/review/desk-context";
import { Flags } from "#components/review/flags";
import { StatementEditor } from "#components/review/statement-editor";
import { useRow } from "#components/review/use-row";
import { Button } from "#components/ui/button";
import type { Statement } from "#lib/grounding/statement";

/** Sentences that were written and are not in the mail: declined, or not accepted by default. */
export function LeftOut() {
  const { statements, draft } = useDesk();
  const choices = new Set(draft.sections.filter(({ choice }) => choice).map(({ key }) => key));
  const out = statements.filter(({ kept, section }) => !kept && !choices.has(section));
  if (out.length === 0) return null;
  return (
    <section aria-label="Left out" className="mt-4 px-5 max-md:px-4">
      <h3 className="border-b pb-1 text-xs">Left out</h3>
      <ul>
        {out.map((statement) => (
          <LeftOutRow key={statement.id} statement={statement} />
        ))}
      </ul>
    </section>
  );
}

function LeftOutRow({ statement }: { statement: Statement }) {
  const { draft, allowed, change, current, editing, statements } = useDesk();
  const row = useRow(statement, statement.id === (current ?? statements[0]?.id));
  const section = draft.sections.find(({ key }) => key === statement.section);
  if (section && editing?.statementId === statement.id)
    return (
      <li className="-mx-5 max-md:-mx-4">
        <StatementEditor statement={statement} section={section} />
      </li>
    );
  return (
    <li {...row} className="flex items-start gap-3 border-b py-2 aria-current:bg-selected">
      <div className="min-w-0 flex-1">
        <p className="wrap-break-word text-muted">{statement.text}</p>
        <Flags flags={statement.flags} />
      </div>
      {allowed && (
        <Button size="sm" onClick={() => change({ statementId: statement.id, kept: true })}>
          Put it in
        </Button>
      )}
    </li>
  );
}
