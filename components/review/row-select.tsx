"use client";

import { type KeyboardEvent, useRef } from "react";
import { useSelection } from "#components/review/selection";
import { Check } from "#components/ui/check";

/** The box at the left of a row of the queue. It comes into sight with the pointer, the focus or the first selection. */
export function RowSelect({ draftId, title }: { draftId: string; title: string }) {
  const { ids, selects, pick } = useSelection();
  const shift = useRef(false);
  if (!selects) return null;
  const shown = ids.length > 0 ? "" : "opacity-0 group-hover:opacity-100 group-focus-within:opacity-100";
  return (
    <span
      className={`absolute inset-y-0 left-0 z-1 flex w-8 pointer-coarse:w-11 pointer-coarse:opacity-100 [&>label]:size-full [&>label]:justify-center ${shown}`}
    >
      <Check
        hideLabel
        label={`Select “${title}”`}
        // Rows are walked by their links; x selects the one that has the focus.
        tabIndex={-1}
        checked={ids.includes(draftId)}
        onClick={(event) => {
          shift.current = event.shiftKey;
        }}
        onChange={() => pick(draftId, shift.current)}
      />
    </span>
  );
}

/** x on a row selects it; with shift all from the one selected last. */
export function useSelectByKey(draftId: string): (event: KeyboardEvent) => void {
  const { selects, pick } = useSelection();
  return (event) => {
    const others = event.ctrlKey || event.metaKey || event.altKey;
    if (!selects || others || event.repeat || event.key.toLowerCase() !== "x") return;
    event.preventDefault();
    pick(draftId, event.shiftKey);
  };
}
