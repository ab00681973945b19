"use client";

import { useRef, useState } from "react";
import type { PersonChoice } from "#components/review/person-options";
import { PersonPicker } from "#components/review/person-picker";
import { firstName } from "#components/review/words";
import { Face } from "#components/ui/face";
import type { DeskPerson } from "#lib/drafts/view";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

type OwnerCellProps = {
  statement: Statement;
  role: NonNullable<Section["person"]>;
  people: DeskPerson[];
  onPick?: (choice: PersonChoice) => void;
};

/** What the person of a statement is to it, by the word of its section. */
export const roles = {
  owner: "Owner",
  decider: "Who decides",
  promiser: "Who promised",
  writer: "Whose words",
};

/** Who a statement is given to. Pressing it gives it to somebody else. */
export function OwnerCell({ statement, role, people, onPick }: OwnerCellProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { person } = statement;
  const face = person ? (
    <>
      <Face name={person.name} />
      <span className={`truncate ${statement.kept ? "" : "text-faint"}`}>{firstName(person.name)}</span>
    </>
  ) : (
    <span className="truncate text-faint">nobody</span>
  );
  if (!onPick) return <span className="flex min-w-0 items-center gap-1.5 text-xs">{face}</span>;

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  const name = `${roles[role]}: ${person?.name ?? "nobody"}${person?.basis === "inferred" ? ", inferred" : ""}`;
  return (
    <span className="relative flex min-w-0">
      <button
        ref={button}
        type="button"
        aria-label={`${name}. Change`}
        title={person?.name}
        onClick={() => setOpen(true)}
        className="-mx-1 flex min-h-6.5 max-w-[calc(100%+0.5rem)] min-w-0 items-center gap-1.5 rounded-md px-1 text-left text-xs hover:bg-surface pointer-coarse:min-h-(--size-touch)"
      >
        {face}
      </button>
      {open && (
        <span className="absolute top-1/2 right-0 z-10 w-44 -translate-y-1/2 max-md:right-auto max-md:left-0">
          <PersonPicker
            autoFocus
            label={roles[role]}
            people={people}
            value={person}
            onPick={(choice) => {
              onPick(choice);
              close();
            }}
            onClose={close}
          />
        </span>
      )}
    </span>
  );
}
