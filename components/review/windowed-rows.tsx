"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RowPlace } from "#components/review/queue-row";
import type { QueueRow } from "#lib/drafts/view";

export type WindowedRowsProps = {
  rows: QueueRow[];
  /** Whether there are more than these on the server. */
  more: boolean;
  openId: string | null;
  draw: (row: QueueRow, place: RowPlace) => ReactNode;
  /** The last row came near; absent where asking for more failed just now. */
  onNearEnd?: () => void;
};

const ROW_PX = 53;
const BEYOND = 12;

/**
 * Rows of which only those near the window are on the page, whatever their number. The one that has the focus stays,
 * with its neighbours, so that the arrow keys find them; speech hears how many there are and which one this is.
 */
export function WindowedRows({ rows, more, openId, draw, onNearEnd }: WindowedRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [margin, setMargin] = useState(0);
  const kept = [focused, openId].map((id) => rows.findIndex((row) => row.id === id));

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: BEYOND,
    scrollMargin: margin,
    rangeExtractor: (range) => withKept(range, kept),
  });

  // Groups before this one push it down.
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (!list.current || !scroller) return;
    const top =
      list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setMargin((before) => (Math.abs(before - top) > 1 ? top : before));
  });

  const items = virtual.getVirtualItems();
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - BEYOND) onNearEnd?.();
  }, [more, last, rows.length, onNearEnd]);

  return (
    <ul
      ref={list}
      className="relative"
      style={{ height: virtual.getTotalSize() }}
      onFocus={({ target }) => setFocused(target.closest<HTMLElement>("[data-row]")?.dataset.row ?? null)}
      onBlur={() => setFocused(null)}
    >
      {items.map(({ index, start }) => {
        const row = rows[index];
        return (
          row &&
          draw(row, {
            index,
            top: start - margin,
            position: index + 1,
            size: more ? -1 : rows.length,
            measure: virtual.measureElement,
          })
        );
      })}
    </ul>
  );
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>("[data-rows]")?.parentElement ?? null;
}

/** The rows to draw: those near the window, and some others with the one before and after each. */
export function withKept(range: Range, kept: number[]): number[] {
  const around = kept.flatMap((index) => (index === -1 ? [] : [index - 1, index, index + 1]));
  const near = around.filter((index) => index >= 0 && index < range.count);
  return [...new Set([...defaultRangeExtractor(range), ...near])].sort((a, b) => a - b);
}
