"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { takeEarlyKeys } from "#components/shell/early-keys";
import type { PageAction } from "#components/shell/page-keys";
import { type Entry, entriesFor } from "#components/shell/palette-entries";
import { PaletteList } from "#components/shell/palette-list";
import { type SearchState, useSearch } from "#components/shell/use-search";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import type { FoundKind } from "#drizzle/schema/search";

type PaletteBodyProps = {
  field: RefObject<HTMLInputElement | null>;
  actions: PageAction[];
  offline: boolean;
  onChoose: (entry: Entry) => void;
  onClose: () => void;
};

/** The field and the list under it, as a combobox: the focus stays in the field, the arrows go through the list. */
export function PaletteBody({ field, actions, offline, onChoose, onClose }: PaletteBodyProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<FoundKind | null>(null);
  const [at, setAt] = useState(0);
  const search = useSearch(typed, kind, offline);
  const groups = entriesFor(typed, kind ? [] : actions, search.groups);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = Math.min(at, Math.max(0, entries.length - 1));

  function type(words: string) {
    setTyped(words);
    setKind(null);
    setAt(0);
  }

  function showMore(more: FoundKind) {
    setKind(more);
    setAt(0);
    field.current?.focus();
  }

  function choose(entry: Entry | undefined) {
    if (entry && !entry.reason) onChoose(entry);
  }

  function press(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey } = event;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (event.nativeEvent.isComposing) return;
    if (step && entries.length > 0) setAt((chosen + step + entries.length) % entries.length);
    else if (key === "Enter") choose(entries[chosen]);
    else if (key.toLowerCase() === "k" && (ctrlKey || metaKey)) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex min-h-12 flex-none items-center gap-2 border-b pr-2 pl-4">
        <span className="flex text-faint">
          <Icon name="search" />
        </span>
        <input
          ref={field}
          role="combobox"
          aria-label="Search or run a command"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="Search or run a command"
          value={typed}
          onFocus={() => {
            const early = takeEarlyKeys();
            if (early) type(typed + early);
          }}
          enterKeyHint="go"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          className="h-11 min-w-0 flex-1 bg-transparent px-1 text-md text-ink focus-visible:-outline-offset-2 placeholder:text-faint pointer-coarse:text-[1rem]"
        />
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      <PaletteList id={id} groups={groups} at={chosen} onPoint={setAt} onChoose={choose} />
      <footer className="flex flex-none flex-wrap items-center gap-x-2 border-t px-3 py-1">
        {groups.map(
          ({ more, label }) =>
            more && (
              <Button key={more} size="sm" tone="quiet" onClick={() => showMore(more)}>
                More {label.toLowerCase()}
              </Button>
            ),
        )}
        <SearchNote typed={typed} offline={offline} search={search} empty={entries.length === 0} />
      </footer>
    </>
  );
}

type SearchNoteProps = { typed: string; offline: boolean; search: SearchState; empty: boolean };

/** What there is to say of the search itself. */
function SearchNote({ typed, offline, search, empty }: SearchNoteProps) {
  const words = typed.trim();
  const found = search.groups.reduce((sum, group) => sum + group.found.length, 0);
  const note = offline
    ? "No connection: only what this page does works. The search comes back with the connection."
    : search.searching
      ? "Searching…"
      : search.failed
        ? search.failed
        : words && empty
          ? `Nothing has “${words}”. What is not shared with you is left out.`
          : "";
  return (
    <>
      <p role="status" className={note ? "px-1 py-1.5 text-xs text-muted" : "sr-only"}>
        {note || (words && found > 0 ? `${found} found` : "")}
      </p>
      {search.failed && !search.searching && (
        <Button size="sm" icon="refresh" onClick={search.again}>
          Try again
        </Button>
      )}
    </>
  );
}
