"use client";

import { useEffect, useRef } from "react";
import { type Entry, type EntryGroup, plain } from "#components/shell/palette-entries";
import { Icon } from "#components/ui/icon";
import { Kbd } from "#components/ui/kbd";
import { formatDay, localDay } from "#lib/format/dates";
import type { Segment } from "#lib/search/excerpt";

type PaletteListProps = {
  id: string;
  groups: EntryGroup[];
  /** Which entry Enter chooses, counted through all groups. */
  at: number;
  onPoint: (at: number) => void;
  onChoose: (entry: Entry) => void;
};

/** What the palette leads to, by group. The field above holds the focus. */
export function PaletteList({ id, groups, at, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  const starts = groups.map((_, n) =>
    groups.slice(0, n).reduce((sum, group) => sum + group.entries.length, 0),
  );
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label="Commands and what was found"
      className="min-h-0 flex-1 overflow-auto overscroll-contain px-2 pt-1"
    >
      {groups.map((group, n) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={group.label} role="group" aria-labelledby={`${id}-group-${n}`} className="mb-1">
          <div id={`${id}-group-${n}`} className="px-2 py-1 text-2xs font-medium text-faint">
            {group.label}
          </div>
          {group.entries.map((entry, i) => (
            <Option
              key={entry.id}
              id={`${id}-${starts[n]! + i}`}
              entry={entry}
              selected={starts[n]! + i === at}
              onPoint={() => onPoint(starts[n]! + i)}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = {
  id: string;
  entry: Entry;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, entry, selected, onPoint, onChoose }: OptionProps) {
  const { icon, label, excerpt, about, at, kbd, reason } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys choose
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={reason ? true : undefined}
      // The field would lose the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="flex min-h-(--size-row) items-center gap-2.5 rounded-md px-2 py-1 aria-disabled:text-faint aria-selected:bg-selected pointer-coarse:min-h-(--size-touch)"
    >
      <span className="flex flex-none text-faint">
        <Icon name={icon} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <Marked segments={label} />
        </span>
        {excerpt && (
          <span className="block truncate text-xs text-muted">
            <Marked segments={excerpt} />
          </span>
        )}
        {reason && <span className="block text-xs text-muted">{reason}</span>}
      </span>
      <span className="flex flex-none gap-2 text-xs whitespace-nowrap text-faint max-md:hidden">
        {about && <span className="max-w-40 truncate">{about}</span>}
        {at && <DayOf at={at} />}
      </span>
      {kbd && (
        <span aria-hidden="true" className="flex flex-none gap-0.5">
          <Kbd name={kbd} />
        </span>
      )}
    </div>
  );
}

function Marked({ segments }: { segments: Segment[] }) {
  const starts = segments.map((_, n) => plain(segments.slice(0, n)).length);
  return segments.map(({ text, hit }, n) => (
    <span key={starts[n]} className={hit ? "font-semibold text-ink" : undefined}>
      {text}
    </span>
  ));
}

/** The day of an instant, where the reader is. Drawn in the browser alone. */
function DayOf({ at }: { at: string }) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const today = localDay(new Date(), timeZone);
  return <time dateTime={at}>{formatDay(localDay(new Date(at), timeZone), { today })}</time>;
}
