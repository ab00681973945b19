"use client";

import { Suspense } from "react";
import { StatementBasis } from "#components/review/basis";
import { useDesk } from "#components/review/desk-context";
import { Details, PromisedTo } from "#components/review/details";
import { DueCell } from "#components/review/due-cell";
import { Flags } from "#components/review/flags";
import { EarlierChoice } from "#components/review/later-parts";
import { OwnerCell } from "#components/review/owner-cell";
import { RecordLink } from "#components/review/record-link";
import { SideChanges } from "#components/review/side-changes";
import { StatementEditor } from "#components/review/statement-editor";
import { StatementText } from "#components/review/statement-text";
import { useRow } from "#components/review/use-row";
import { Check } from "#components/ui/check";
import { isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

type StatementRowProps = { statement: Statement; section: Section; reachable: boolean };

/** One statement as a row: keep or decline it, whose it is, when it is due, and how all that is known. */
export function StatementRow({ statement, section, reachable }: StatementRowProps) {
  const { draft, allowed, change, editing } = useDesk();
  const row = useRow(statement, reachable);
  const { id: statementId, kept } = statement;
  const mayReset = allowed && !isCarried(statement);
  if (editing?.statementId === statementId) {
    return (
      <li>
        <StatementEditor statement={statement} section={section} />
      </li>
    );
  }
  return (
    <li {...row} className={`${rowLook} ${columnsOf(section)} aria-current:bg-selected`}>
      <span className="flex self-start [grid-area:keep] @max-[34rem]:mt-0.5 pointer-coarse:-my-3 @min-[34rem]:self-center">
        <Check
          hideLabel
          label={<span id={`${row.id}-keep`}>Keep</span>}
          aria-labelledby={`${row.id}-keep ${row.id}-text`}
          checked={kept}
          aria-disabled={!allowed || undefined}
          onChange={() => allowed && change({ statementId, kept: !kept })}
        />
      </span>
      <div className="min-w-0 [grid-area:text]">
        <span id={`${row.id}-text`} className={textLook(statement)}>
          <StatementText statement={statement} />
        </span>
        <PromisedTo statement={statement} />
        <RecordLink statementId={statementId} />
        <Flags flags={statement.flags} />
        <Details
          statement={statement}
          onKeep={allowed ? (detail) => change({ statementId, detail }) : undefined}
        />
        <SideChanges statement={statement} />
        {statement.earlier && (
          <Suspense>
            <EarlierChoice statement={statement} />
          </Suspense>
        )}
      </div>
      {section.person && (
        <div className="min-w-0 [grid-area:person] @max-[34rem]:max-w-32">
          <OwnerCell
            statement={statement}
            role={section.person}
            people={draft.people}
            onPick={mayReset ? (person) => change({ statementId, person }) : undefined}
          />
        </div>
      )}
      {section.due && (
        <div className="min-w-0 [grid-area:due]">
          <DueCell
            statement={statement}
            today={draft.today}
            onPick={mayReset ? (dueOn) => change({ statementId, dueOn }) : undefined}
          />
        </div>
      )}
      <span className="flex justify-self-end [grid-area:basis]">
        <StatementBasis statement={statement} />
      </span>
    </li>
  );
}

function textLook({ kept, trace }: Statement): string {
  if (kept) return trace === "untraced" ? "text-muted" : "";
  return trace === "untraced" ? "text-muted" : "text-faint line-through decoration-line-strong";
}

const rowLook =
  "grid items-center gap-x-2.5 border-b px-5 py-2 focus-visible:-outline-offset-2 max-md:px-4 [grid-template-areas:'keep_text_text_text'_'keep_person_due_basis'] grid-cols-[16px_max-content_minmax(0,1fr)_max-content] @min-[34rem]:py-1";

/** In a wide pane one line with columns; in a narrow one the text takes the first line, the rest the second. */
function columnsOf({ person, due }: Section): string {
  if (person && due) {
    return "min-h-10 @min-[34rem]:grid-cols-[16px_minmax(0,1fr)_80px_104px_96px] @min-[42rem]:grid-cols-[16px_minmax(0,1fr)_88px_136px_96px] @min-[34rem]:[grid-template-areas:'keep_text_person_due_basis']";
  }
  if (person) {
    return "min-h-8.5 @min-[34rem]:grid-cols-[16px_minmax(0,1fr)_80px_96px] @min-[42rem]:grid-cols-[16px_minmax(0,1fr)_88px_96px] @min-[34rem]:[grid-template-areas:'keep_text_person_basis']";
  }
  if (due) {
    return "min-h-10 @min-[34rem]:grid-cols-[16px_minmax(0,1fr)_104px_96px] @min-[42rem]:grid-cols-[16px_minmax(0,1fr)_136px_96px] @min-[34rem]:[grid-template-areas:'keep_text_due_basis']";
  }
  return "min-h-8.5 @min-[34rem]:grid-cols-[16px_minmax(0,1fr)_96px] @min-[34rem]:[grid-template-areas:'keep_text_basis']";
}
