"use client";

import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import type { RowPlace } from "#components/review/queue-row";
import { useWindow } from "#components/review/use-window";
import type { QueueRow } from "#lib/drafts/view";

export type WindowedRowsProps = {
  rows: QueueRow[];
  /** Whether there are more than these on the server. */
  more: boolean;
  openId: string | null;
  draw: DrawRow;
  /** The last row came near; absent where asking for more failed just now. */
  onNearEnd?: () => void;
};

type DrawRow = (row: QueueRow, place: RowPlace) => ReactNode;

/**
 * Rows of which only those near the window are on the page, whatever their number. The one that has the focus stays,
 * with its neighbours, so that the arrow keys find them; speech hears how many there are and which one this is.
 */
export function WindowedRows({ rows, more, openId, draw, onNearEnd }: WindowedRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const { first, last, rowPx } = useWindow(list, rows.length);
  const kept = [focused, openId].map((id) => rows.findIndex((row) => row.id === id));

  const nearEnd = first < last && last === rows.length;
  useEffect(() => {
    if (more && nearEnd) onNearEnd?.();
  }, [more, nearEnd, onNearEnd]);

  return (
    <ul
      ref={list}
      className="relative"
      style={{ height: rows.length * rowPx }}
      onFocus={({ target }) => setFocused(target.closest<HTMLElement>("[data-row]")?.dataset.row ?? null)}
      onBlur={() => setFocused(null)}
    >
      {withKept(first, last, kept, rows.length).map((index) => {
        const row = rows[index]!;
        const size = more ? -1 : rows.length;
        return (
          <PlacedRow
            key={row.id}
            row={row}
            draw={draw}
            top={index * rowPx}
            position={index + 1}
            size={size}
          />
        );
      })}
    </ul>
  );
}

type PlacedRowProps = { row: QueueRow; draw: DrawRow } & RowPlace;

/** Drawn once while the list is scrolled: nothing of it changes where only other rows come and go. */
const PlacedRow = memo(function PlacedRow({ row, draw, ...place }: PlacedRowProps) {
  return draw(row, place);
});

/** The rows to draw, in order: the window, and some others with the one before and after each. */
export function withKept(first: number, last: number, kept: number[], count: number): number[] {
  const near = Array.from({ length: last - first }, (_, n) => first + n);
  const around = kept.flatMap((index) => (index === -1 ? [] : [index - 1, index, index + 1]));
  const there = around.filter((index) => index >= 0 && index < count);
  return [...new Set([...near, ...there])].sort((a, b) => a - b);
}
