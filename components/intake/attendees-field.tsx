"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import { matchPerson } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";

type AttendeesFieldProps = { names: string[]; roster: RosterPerson[]; onChange: (names: string[]) => void };

/** Who was there. Names on the roster get a face; the others stay as they are written. */
export function AttendeesField({ names, roster, onChange }: AttendeesFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState("");

  function add() {
    const fresh = typed
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name && !names.includes(name));
    setTyped("");
    if (fresh.length > 0) onChange([...names, ...fresh]);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && typed === "") {
      onChange(names.slice(0, -1));
    }
  }

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium">
        Attendees
      </label>
      <div className="flex min-h-(--size-control) flex-wrap items-center gap-1 rounded-md border border-control bg-surface px-1 py-0.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-(--ring-color)">
        {names.map((name) => (
          <Attendee
            key={name}
            name={matchPerson(name, roster, [])?.name ?? name}
            known={Boolean(matchPerson(name, roster, [])?.id)}
            onRemove={() => onChange(names.filter((other) => other !== name))}
          />
        ))}
        <input
          id={id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={press}
          onBlur={add}
          maxLength={120}
          placeholder={names.length === 0 ? "Names, separated by commas" : ""}
          className="h-5 min-w-24 flex-1 bg-transparent px-1 outline-none placeholder:text-faint pointer-coarse:h-9 pointer-coarse:text-[1rem]"
        />
      </div>
    </div>
  );
}

function Attendee({ name, known, onRemove }: { name: string; known: boolean; onRemove: () => void }) {
  return (
    <span className="inline-flex h-5 items-center gap-1 rounded-sm bg-selected pl-1 text-xs pointer-coarse:h-9">
      {known && <Face name={name} size="sm" />}
      {name}
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={onRemove}
        className="flex h-full items-center rounded-sm px-1 text-muted hover:text-ink"
      >
        <Icon name="close" size="xs" />
      </button>
    </span>
  );
}
