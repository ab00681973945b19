"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Day } from "#components/ui/day";
import { formatDay, isDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";

type DueCellProps = { statement: Statement; today: string; onPick?: (on: string | null) => void };

/** When a statement is due and how that is known. Pressing it sets another day. */
export function DueCell({ statement, today, onPick }: DueCellProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { due } = statement;
  const face = (
    <span className={`block min-w-0 ${statement.kept && due?.on ? "" : "text-faint"}`}>
      <span className="block truncate">
        {due?.on ? <Day on={due.on} today={today} /> : dayless(statement)}
      </span>
      <span className="block truncate text-2xs text-faint empty:hidden">{howOf(statement)}</span>
    </span>
  );
  if (!onPick) return <span className="block min-w-0 text-xs leading-4">{face}</span>;

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <span className="relative flex min-w-0">
      <button
        ref={button}
        type="button"
        aria-label={`Due: ${due?.on ? formatDay(due.on, { today }) : "no date"}${due?.phrase ? `, “${due.phrase}”` : ""}. Change`}
        onClick={() => setOpen(true)}
        className="-mx-1 min-h-6.5 max-w-[calc(100%+0.5rem)] min-w-0 rounded-md px-1 text-left text-xs leading-4 hover:bg-surface pointer-coarse:min-h-(--size-touch)"
      >
        {face}
      </button>
      {open && <DueInput value={due?.on ?? null} onPick={onPick} onClose={close} />}
    </span>
  );
}

function DueInput({
  value,
  onPick,
  onClose,
}: {
  value: string | null;
  onPick: (on: string | null) => void;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => field.current?.focus(), []);

  // Ending takes the focus away, which would end it again: Escape must not save, nor Enter twice.
  function end(takes: boolean) {
    if (ended.current) return;
    ended.current = true;
    const on = field.current?.value ?? "";
    if (takes && on !== (value ?? "") && (!on || isDay(on))) onPick(on || null);
    onClose();
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === "Enter");
  }

  return (
    <input
      ref={field}
      type="date"
      aria-label="Due date"
      defaultValue={value ?? ""}
      onKeyDown={press}
      onBlur={() => end(true)}
      className="absolute top-1/2 -left-1 z-10 h-(--size-control) w-33.5 -translate-y-1/2 rounded-md border border-control bg-surface px-2 text-xs shadow-float pointer-coarse:h-(--size-touch) pointer-coarse:text-[1rem]"
    />
  );
}

function dayless({ trace }: Statement): string {
  return trace === "untraced" ? "no date" : "no date said";
}

/** The words a day was read from, or why there are none. */
function howOf({ kept, trace, due }: Statement): string {
  if (trace === "untraced") return "quote not found";
  if (!kept) return "declined";
  if (due?.basis === "set") return "set by hand";
  return due?.phrase ? `“${due.phrase}”` : "";
}
