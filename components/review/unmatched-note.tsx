"use client";

import { useState } from "react";
import { useDesk } from "#components/review/desk-context";
import type { Unmatched } from "#components/review/marks";
import { formOf } from "#components/review/registry";
import { Icon } from "#components/ui/icon";
import { TextButton } from "#components/ui/text-link";

type UnmatchedNoteProps = {
  hint: Unmatched["hint"];
  words: string;
  onAdd: (section: string) => Promise<boolean>;
};

/** What a sentence that became nothing looks like, and a way to make it a statement after all. */
export function UnmatchedNote({ hint, words, onAdd }: UnmatchedNoteProps) {
  const { draft } = useDesk();
  const [adding, setAdding] = useState<string | null>(null);
  const addable = formOf(draft.workflow).addable(draft.sections);
  const sections = hint === "instruction" ? addable.slice(0, 1) : addable;

  async function add(section: string) {
    setAdding(section);
    if (!(await onAdd(section))) setAdding(null);
  }

  return (
    <div className="mt-1 mb-0.5 flex flex-wrap items-center gap-x-2 text-xs text-muted">
      <Icon name={hint === "instruction" ? "flag" : "dashed"} size="sm" />
      <span>{said[hint ?? "none"]}</span>
      <span className="ml-auto flex items-center gap-2.5 pointer-coarse:gap-5 pointer-coarse:[&>button]:min-h-(--size-touch)">
        {adding ? (
          <span role="status">Adding …</span>
        ) : (
          sections.map(({ key, noun }, i) => (
            <TextButton key={key} aria-label={`Add ${noun}: ${words}`} onClick={() => void add(key)}>
              {i === 0 ? `Add ${noun}` : noun}
            </TextButton>
          ))
        )}
      </span>
    </div>
  );
}

const said = {
  promise: "Sounds like a promise",
  instruction: "Reads like an instruction; not followed",
  none: "Unmatched",
};
