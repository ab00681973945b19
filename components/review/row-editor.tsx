"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { EditWords, TouchedWords } from "#components/review/edit-words";
import { roles } from "#components/review/owner-cell";
import { PersonPicker } from "#components/review/person-picker";
import { Button } from "#components/ui/button";
import { Check } from "#components/ui/check";
import { FormError } from "#components/ui/form-error";
import { Kbd } from "#components/ui/kbd";
import type { DeskPerson } from "#lib/drafts/view";
import type { Section } from "#lib/workflows/define";

type RowEditorProps = {
  section: Section;
  words: EditWords;
  people: DeskPerson[];
  /** Where person and date were read from. */
  help?: ReactNode;
  error?: string | null;
  onChange: (touched: TouchedWords) => void;
  onSave: () => void;
  onCancel: () => void;
};

/** One statement, being written. Enter saves, Escape gives up. */
export function RowEditor({
  section,
  words,
  people,
  help,
  error,
  onChange,
  onSave,
  onCancel,
}: RowEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);

  function press(event: KeyboardEvent) {
    if (event.key === "Escape") onCancel();
    else if (
      event.key === "Enter" &&
      !event.shiftKey &&
      !event.nativeEvent.isComposing &&
      isField(event.target)
    )
      onSave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      aria-label={`Edit this ${section.noun}`}
      onKeyDown={press}
      className={`${formLook} ${columnsOf(section)}`}
      onSubmit={(event) => event.preventDefault()}
    >
      <span className="pt-1.5 pointer-coarse:pt-0">
        <Check
          hideLabel
          label={`Keep this ${section.noun}`}
          checked={words.kept}
          onChange={(event) => onChange({ kept: event.currentTarget.checked })}
        />
      </span>
      <textarea
        ref={field}
        rows={1}
        aria-label="Text"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        maxLength={1000}
        value={words.text}
        onChange={(event) => onChange({ text: event.currentTarget.value.replace(/\n/g, " ") })}
        className={textLook}
      />
      <div className="col-start-2 flex flex-wrap gap-2 empty:hidden @min-[34rem]:contents">
        {section.person && (
          <div className="min-w-32 flex-1">
            <PersonPicker
              label={roles[section.person]}
              people={people}
              value={words.person}
              onPick={(person) => onChange({ person })}
            />
          </div>
        )}
        {section.to && (
          <input
            type="text"
            aria-label="To whom"
            placeholder="To whom"
            maxLength={120}
            value={words.to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
            className={`${dateLook} col-start-2`}
          />
        )}
        {section.due && (
          <input
            type="date"
            aria-label="Due date"
            value={words.dueOn ?? ""}
            onChange={(event) => onChange({ dueOn: event.currentTarget.value || null })}
            className={dateLook}
          />
        )}
      </div>
      <div className="col-start-2 col-end-[-1] flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        {help}
        <span className="-mr-2 ml-auto inline-flex items-center">
          <Button size="sm" tone="quiet" onClick={onSave}>
            Save <Kbd name="Enter" lasting />
          </Button>
          <Button size="sm" tone="quiet" onClick={onCancel}>
            Cancel <Kbd name="Escape" lasting />
          </Button>
        </span>
      </div>
      {error && (
        <div id={errorId} className="col-start-2 col-end-[-1]">
          <FormError>{error}</FormError>
        </div>
      )}
    </form>
  );
}

/** Enter saves from a field; on a button or box it does what the button does. */
function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

function columnsOf({ person, due }: Section): string {
  if (person && due) return "@min-[34rem]:grid-cols-[16px_minmax(0,1fr)_126px_134px]";
  return person ? "@min-[34rem]:grid-cols-[16px_minmax(0,1fr)_126px]" : "";
}

const formLook =
  "grid grid-cols-[16px_minmax(0,1fr)] items-start gap-x-2.5 gap-y-2 border-b bg-page px-5 py-2.5 max-md:px-4";

const textLook =
  "field-sizing-content min-h-(--size-control) w-full min-w-0 resize-none rounded-md border border-control bg-surface px-2 py-[3px] focus-visible:-outline-offset-1 aria-invalid:border-danger-text pointer-coarse:min-h-(--size-touch) pointer-coarse:py-2.5 pointer-coarse:text-[1rem]";

const dateLook =
  "h-(--size-control) w-33.5 rounded-md border border-control bg-surface px-2 text-xs focus-visible:-outline-offset-1 pointer-coarse:h-(--size-touch) pointer-coarse:text-[1rem]";
