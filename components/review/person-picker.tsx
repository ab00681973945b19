"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import {
  type PersonChoice,
  type PersonOption,
  personOptions,
  readPerson,
} from "#components/review/person-options";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import type { DeskPerson } from "#lib/drafts/view";

type PersonPickerProps = {
  label: string;
  people: DeskPerson[];
  value: PersonChoice;
  onPick: (choice: PersonChoice) => void;
  /** The field was left or closed without a choice. */
  onClose?: () => void;
  autoFocus?: boolean;
};

/** A field that knows the roster: type a few letters and choose, or write a name that is on no roster. */
export function PersonPicker({ label, people, value, onPick, onClose, autoFocus }: PersonPickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  // Choosing and closing move the focus away before the page is drawn again: what is left then was settled.
  const unsettled = useRef<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const options = personOptions(people, typed ?? "");

  useEffect(() => {
    if (autoFocus) field.current?.select();
  }, [autoFocus]);

  function type(words: string | null) {
    unsettled.current = words;
    setTyped(words);
  }

  function pick(choice: PersonChoice) {
    type(null);
    setOpen(false);
    onPick(choice);
  }

  function press(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt(open ? (at + step + options.length) % options.length : at);
      setOpen(true);
    } else if (event.key === "Enter" && open) pick(options[at]!.choice);
    else if (event.key === "Escape" && open && !onClose) setOpen(false);
    else if (event.key === "Escape" && onClose) {
      type(null);
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function leave() {
    setOpen(false);
    if (unsettled.current !== null) pick(readPerson(people, unsettled.current));
    else onClose?.();
  }

  return (
    <span className="relative flex min-w-0 items-center">
      {typed === null && value && (
        <span className="pointer-events-none absolute left-1.5 flex">
          <Face name={value.name} />
        </span>
      )}
      <input
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={120}
        placeholder="nobody"
        value={typed ?? value?.name ?? ""}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          type(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={press}
        onBlur={leave}
        className={`${fieldLook} ${typed === null && value ? "pl-8" : "pl-2"}`}
      />
      <span className="pointer-events-none absolute right-1.5 flex text-faint">
        <Icon name="down" size="sm" />
      </span>
      {open && <OptionList id={id} label={label} options={options} at={at} onPick={pick} />}
    </span>
  );
}

type OptionListProps = {
  id: string;
  label: string;
  options: PersonOption[];
  at: number;
  onPick: (choice: PersonChoice) => void;
};

function OptionList({ id, label, options, at, onPick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={listLook}>
      {options.map((option, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys choose
        <div
          key={option.label}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          // The field would lose the focus, and with it the list, before the click arrives.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option.choice)}
          className="flex min-h-7 items-center rounded-md px-2 hover:bg-hover aria-selected:bg-selected pointer-coarse:min-h-(--size-touch)"
        >
          <span className="truncate">{option.label}</span>
        </div>
      ))}
    </div>
  );
}

const fieldLook =
  "h-(--size-control) w-full min-w-0 rounded-md border border-control bg-surface pr-6 text-xs text-ink focus-visible:-outline-offset-1 pointer-coarse:h-(--size-touch) pointer-coarse:text-[1rem]";

const listLook =
  "absolute top-full right-0 z-20 mt-1 max-h-64 w-56 max-w-[80vw] overflow-auto rounded-lg border border-line-strong bg-raised p-1 text-xs text-ink shadow-float";
