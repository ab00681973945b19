"use client";

import Link from "next/link";
import { type KeyboardEvent, useState } from "react";
import { summaryOf } from "#components/review/registry";
import { RowSelect, useSelectByKey } from "#components/review/row-select";
import { firstName } from "#components/review/words";
import { Age } from "#components/ui/age";
import { Person } from "#components/ui/face";
import { Hidden } from "#components/ui/hidden";
import { StateWord } from "#components/ui/state-word";
import { nameOf } from "#lib/drafts/batch";
import type { DeskHold, QueueRow as Row } from "#lib/drafts/view";

/** Where a row stands in a long list of which only a part is drawn. */
export type RowPlace = {
  /** Pixels from the top of the list. */
  top: number;
  /** From 1, and of how many: -1 where nobody has counted. */
  position: number;
  size: number;
};

type QueueRowProps = {
  row: Row;
  /** On a phone the first row is shown beside the others, not open. */
  current: "open" | "first" | null;
  /** Loaded before it is needed: the one that a decision or a key opens next. */
  href: string;
  near: boolean;
  returned: boolean;
  /** Somebody else who reads it now. */
  hold: DeskHold | null;
  now: number;
  timeZone: string;
  /** Hears that it is opened. One for all, so that rows are drawn again only where they differ. */
  onOpen: () => void;
  place?: RowPlace;
};

/** A draft that waits: what it is called, what is in it, how long it waits, and what to look out for. */
export function QueueRow({
  row,
  href,
  current,
  near,
  returned,
  hold,
  now,
  timeZone,
  onOpen,
  place,
}: QueueRowProps) {
  const [wanted, setWanted] = useState(false);
  const selectByKey = useSelectByKey(row.id);
  return (
    <li
      style={place && { top: place.top }}
      aria-setsize={place?.size}
      aria-posinset={place?.position}
      className={`group ${place ? "absolute inset-x-0" : "relative"} border-b ${current ? looks[current] : "hover:bg-hover"}`}
    >
      {current && (
        <span
          className={`absolute inset-y-0 left-0 w-0.5 bg-accent forced-color-adjust-none ${current === "first" ? "max-md:hidden" : ""}`}
        />
      )}
      <RowSelect draftId={row.id} title={nameOf(row)} />
      <Link
        href={href}
        prefetch={near || wanted}
        scroll={false}
        aria-current={current ? "page" : undefined}
        data-row={row.id}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
        onClick={onOpen}
        aria-keyshortcuts="x"
        onKeyDown={(event) => {
          selectByKey(event);
          walk(event);
        }}
        className="flex h-(--size-row-2) flex-wrap content-center gap-x-2 pr-3 pl-8 focus-visible:-outline-offset-2 max-md:h-17 max-md:pr-4 pointer-coarse:pl-11"
      >
        <span title={row.title} className="min-w-0 flex-1 basis-3/4 truncate font-medium">
          {row.title}
        </span>
        <span className="flex-none text-xs leading-5 text-faint max-md:text-sm">
          <Hidden>waits </Hidden>
          <Age at={row.createdAt} now={now} timeZone={timeZone} detail="short" />
        </span>
        <span className="min-w-0 flex-1 basis-1/3 truncate text-xs text-muted max-md:text-sm">
          {row.mail?.to ?? summaryOf(row)}
        </span>
        <span className="flex max-w-3/5 flex-none justify-end overflow-hidden">
          <RowState row={row} returned={returned} hold={hold} now={now} />
        </span>
      </Link>
    </li>
  );
}

const looks = { open: "bg-accent-bg", first: "md:bg-accent-bg" };

type RowStateProps = Pick<QueueRowProps, "row" | "returned" | "hold" | "now">;

function RowState({ row, returned, hold, now }: RowStateProps) {
  if (returned) return <StateWord state="check">came back</StateWord>;
  if (hold) return <InHands name={hold.by}>{`${firstName(hold.by)} reads`}</InHands>;
  if (row.snoozedUntil)
    return (
      <StateWord state="waiting">
        {Date.parse(row.snoozedUntil) > now ? "snoozed" : "back from snooze"}
      </StateWord>
    );
  if (row.handedTo) return <InHands name={row.handedTo}>{`with ${firstName(row.handedTo)}`}</InHands>;
  if (row.sentBack) return <StateWord state="check">returned</StateWord>;
  if (row.stale) return <StateWord state="check">stale</StateWord>;
  if (row.mail?.worst) {
    const { level, word } = row.mail.worst;
    return <StateWord state={level === "block" ? "blocked" : "check"}>{word}</StateWord>;
  }
  if (row.mail) return <StateWord state="waiting">{null}</StateWord>;
  if (row.counts.untraced > 0) return <StateWord state="check">{row.counts.untraced} untraced</StateWord>;
  return <StateWord state="waiting">{null}</StateWord>;
}

function InHands({ name, children }: { name: string; children: string }) {
  return (
    <span className="text-xs text-muted max-md:text-sm">
      <Person name={name} size="sm">
        {children}
      </Person>
    </span>
  );
}

/** Moves the focus from row to row. Opening stays with Enter, so that nothing is read by accident. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const list = event.currentTarget.closest("[data-rows]");
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
