"use client";

import { StatementBasis } from "#components/review/basis";
import { useDesk } from "#components/review/desk-context";
import { wordsOf } from "#components/review/edit-words";
import { RowEditor } from "#components/review/row-editor";
import { TextButton } from "#components/ui/text-link";
import { formatDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

/** The editor in the place of a statement, with what its date was read from. */
export function StatementEditor({ statement, section }: { statement: Statement; section: Section }) {
  const { draft, editing, write, save, cancel, reshape } = useDesk();
  if (!editing) return null;
  const place = draft.sources[0]?.timeZone.split("/").at(-1)?.replaceAll("_", " ");
  const { due } = statement;
  const read = due?.on && due.phrase && due.basis !== "set";
  return (
    <RowEditor
      section={section}
      words={wordsOf(statement, editing.touched)}
      people={draft.people}
      error={editing.error}
      onChange={write}
      onSave={save}
      onCancel={cancel}
      help={
        <>
          {read && (
            <span>
              “{due.phrase}” gives {formatDay(due.on!, { today: draft.today })}, {place} time
            </span>
          )}
          <StatementBasis statement={statement} />
          <TextButton
            onClick={() => {
              save();
              reshape(statement.id);
            }}
          >
            Merge or split
          </TextButton>
        </>
      }
    />
  );
}
